import type { Client } from 'pg';
import { Draws, WeightedDraw, zipf } from '../../src/evaluation/ranking-speed/draws';

interface Concept {
  readonly id: string;
  readonly kind: string;
}

/** What invented rows refer to. */
export interface Reference {
  readonly competencies: readonly Concept[];
  readonly occupations: readonly string[];
  /** Codes by level, regencies with their districts. */
  readonly provinces: readonly string[];
  readonly regencies: readonly string[];
  readonly districtsOf: ReadonlyMap<string, readonly string[]>;
}

/** Concepts and places of the migrated database. */
export async function readReference(client: Client): Promise<Reference> {
  const { rows: competencies } = await client.query<Concept>(
    "SELECT id, kind FROM competencies WHERE status = 'ACTIVE' ORDER BY md5(id)",
  );
  const { rows: occupations } = await client.query<{ id: string }>(
    "SELECT id FROM occupations WHERE status = 'ACTIVE' ORDER BY md5(id)",
  );
  const { rows: regions } = await client.query<{ code: string; level: string }>(
    "SELECT code, level FROM regions WHERE level IN ('PROVINCE', 'REGENCY_CITY', 'DISTRICT') ORDER BY md5(code)",
  );
  const codes = (level: string) =>
    regions.filter((region) => region.level === level).map(({ code }) => code);
  const districtsOf = new Map<string, string[]>();
  for (const code of codes('DISTRICT')) {
    const regency = code.slice(0, 5);
    districtsOf.set(regency, [...(districtsOf.get(regency) ?? []), code]);
  }
  return {
    competencies,
    occupations: occupations.map(({ id }) => id),
    provinces: codes('PROVINCE'),
    regencies: codes('REGENCY_CITY'),
    districtsOf,
  };
}

/** Draws of one seed over a reference: the commoner concepts and places more often. */
export class WorldDraws extends Draws {
  private readonly competency: WeightedDraw;
  private readonly occupation: WeightedDraw;
  private readonly regency: WeightedDraw;

  constructor(
    seed: number,
    readonly reference: Reference,
  ) {
    super(seed);
    this.competency = new WeightedDraw(zipf(reference.competencies.length));
    this.occupation = new WeightedDraw(zipf(reference.occupations.length));
    this.regency = new WeightedDraw(zipf(reference.regencies.length));
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }

  maybe<T>(share: number, draw: () => T): T | null {
    return this.chance(share) ? draw() : null;
  }

  /** From `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  someCompetencies(count: number): Concept[] {
    const drawn = new Set<Concept>();
    while (drawn.size < count) {
      drawn.add(this.reference.competencies[this.competency.draw(this)]);
    }
    return [...drawn];
  }

  someOccupation(): string {
    return this.reference.occupations[this.occupation.draw(this)];
  }

  someRegency(): string {
    return this.reference.regencies[this.regency.draw(this)];
  }

  someDistrict(): string {
    const regency = this.someRegency();
    return this.pick(this.reference.districtsOf.get(regency) ?? [regency]);
  }

  /** A region of any size; the nation among them only where it may be one. */
  someArea(): string {
    const draw = this.next();
    if (draw < 0.3) return this.someDistrict();
    return draw < 0.8 ? this.someRegency() : this.someRegency().slice(0, 2);
  }

  uuid(): string {
    const hex = Array.from({ length: 4 }, () =>
      this.below(2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    );
    const text = hex.join('');
    return [
      ...[text.slice(0, 8), text.slice(8, 12), `4${text.slice(13, 16)}`],
      ...[`8${text.slice(17, 20)}`, text.slice(20)],
    ].join('-');
  }

  /** Within so many days before or after an instant, as a date. */
  day(around: Date, before: number, after: number): string {
    const at = around.getTime() + this.between(-before, after) * 86_400_000;
    return new Date(at).toISOString().slice(0, 10);
  }
}
