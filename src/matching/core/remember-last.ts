/**
 * The same function, which knows its last answer: everybody who reads a taxonomy asks about the same labels, and they
 * seldom change.
 *
 * Shape: all get one answer; do not change it. Cost: a comparison with the labels of the last time, which are kept.
 */
export function rememberLast<T>(
  make: (labels: readonly string[]) => T,
): (labels: readonly string[]) => T {
  let last: { readonly labels: readonly string[]; readonly made: T } | null = null;
  return (labels) => {
    if (last === null || !isSame(last.labels, labels)) {
      last = { labels: [...labels], made: make(labels) };
    }
    return last.made;
  };
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((label, at) => label === other[at]);
