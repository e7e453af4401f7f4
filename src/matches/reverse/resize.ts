/** The same numbers, with as much room behind them as is asked for. */
export function resize(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const resized = new Int32Array(length);
  resized.set(numbers);
  return resized;
}
