type Numbers = Int32Array | Uint16Array | Float64Array;

/** The same numbers, with as much room behind them as is asked for. */
export function resize<T extends Numbers>(numbers: T, length: number): T {
  const resized = new (numbers.constructor as new (length: number) => T)(length);
  resized.set(numbers);
  return resized;
}
