/** A place in an ordered list; it survives JSON, and the API signs it into a cursor. */
export type Place = string | number | readonly (string | number)[];

/** A stretch of a list. */
export interface Slice<T> {
  readonly rows: readonly { readonly item: T; readonly place: Place }[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  readonly total: number;
  readonly totalIsExact: boolean;
}

/** Which stretch is wanted: `first` rows behind `after`. */
export interface SliceRequest<P extends Place = Place> {
  readonly first: number;
  readonly after: P | null;
}

/** The slice of rows that were read with one row more than asked, to see whether something follows. */
export function sliceOf<T>(
  read: readonly T[],
  { first, after }: SliceRequest,
  total: number,
  placeOf: (item: T, index: number) => Place,
): Slice<T> {
  return {
    rows: read.slice(0, first).map((item, index) => ({ item, place: placeOf(item, index) })),
    hasNext: read.length > first,
    hasPrevious: after !== null,
    total,
    totalIsExact: true,
  };
}
