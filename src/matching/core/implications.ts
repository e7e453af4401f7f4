/** Who has `from` has `to`. */
export interface Implication {
  readonly from: number;
  readonly to: number;
}

/**
 * For each concept everything that it implies, directly or not, without itself, ascending.
 *
 * Errors: RangeError naming a cycle, because `implies` is acyclic by rule (I27).
 */
export function closeImplications(
  count: number,
  implications: readonly Implication[],
): readonly number[][] {
  const next: number[][] = Array.from({ length: count }, () => []);
  for (const { from, to } of implications) next[from].push(to);
  const closed: (number[] | undefined)[] = new Array(count);
  const path: number[] = [];

  const close = (concept: number): number[] => {
    const known = closed[concept];
    if (known) return known;
    if (path.includes(concept)) {
      throw new RangeError(`implications form a cycle: ${[...path, concept].join(' > ')}`);
    }
    path.push(concept);
    const reached = new Set<number>();
    for (const to of next[concept]) {
      reached.add(to);
      for (const further of close(to)) reached.add(further);
    }
    path.pop();
    const result = [...reached].sort((a, b) => a - b);
    closed[concept] = result;
    return result;
  };
  return next.map((_, concept) => close(concept));
}
