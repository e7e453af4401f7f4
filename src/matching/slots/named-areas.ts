import { type AreaRange, rangesOverlap } from '../core/area';

interface NamedArea {
  readonly range: AreaRange;
  readonly people: Set<number>;
}

const NONE: readonly AreaRange[] = [];

/** The areas that people named beside their home, and who named each. */
export class NamedAreas {
  private readonly areasOf = new Map<number, readonly AreaRange[]>();
  private readonly namers = new Map<string, NamedArea>();

  of(person: number): readonly AreaRange[] {
    return this.areasOf.get(person) ?? NONE;
  }

  set(person: number, areas: readonly AreaRange[]): void {
    for (const area of this.of(person)) this.forget(person, area);
    this.areasOf.delete(person);
    if (areas.length === 0) return;
    this.areasOf.set(person, areas);
    for (const area of areas) {
      const key = keyOf(area);
      const named = this.namers.get(key) ?? { range: area, people: new Set() };
      this.namers.set(key, named);
      named.people.add(person);
    }
  }

  /** Everybody who named an area that overlaps one of the scope, each once. Cost: O(areas named + people found). */
  reach(scope: readonly AreaRange[]): Set<number> {
    const found = new Set<number>();
    for (const { range, people } of this.namers.values()) {
      if (!scope.some((area) => rangesOverlap(area, range))) continue;
      for (const person of people) found.add(person);
    }
    return found;
  }

  private forget(person: number, area: AreaRange): void {
    const named = this.namers.get(keyOf(area));
    named?.people.delete(person);
    if (named?.people.size === 0) this.namers.delete(keyOf(area));
  }
}

const keyOf = ({ from, to }: AreaRange): string => `${from}-${to}`;
