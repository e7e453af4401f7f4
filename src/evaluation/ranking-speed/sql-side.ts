import type { Client } from 'pg';
import type { CompiledVacancy } from '../../matching/core/compile';
import { POSSIBLE_BP, STRONG_BP } from '../../matching/core/eligibility';
import { mix } from '../../matching/core/fixed-point';
import { FIRST, type Outline, type TimedEngine } from './prepared';
import type { EngineStart } from './side-by-side';
import { rankingSql } from './sql-query';
import { fillTables } from './sql-tables';
import { regencyAreas } from './world';

/** One connection has the machine to itself: room to hash everybody in memory. */
const SESSION = "SET work_mem = '512MB'; SET hash_mem_multiplier = 2";

interface SqlRow {
  eligible: number;
  strong: number;
  stretch: number;
  person: number | null;
  tieSalt: string;
  confirmed: number;
  verified: number;
  score: number;
  missesShould: boolean;
  people: number;
}

/** Plans that the planner is led to: which is the best depends on the reach. */
const PLANS = [
  { name: 'sql', workers: 0, nestedLoops: 'on' },
  { name: 'sql, hashed', workers: 0, nestedLoops: 'off' },
  { name: 'sql, parallel', workers: 2, nestedLoops: 'on' },
  { name: 'sql, parallel, hashed', workers: 2, nestedLoops: 'off' },
] as const;

/** PostgreSQL computes the whole order: the same statement under each plan. */
export function sqlSides(client: Client): EngineStart[] {
  let isFilled = false;
  return PLANS.map(({ name, workers, nestedLoops }) => ({
    name,
    start: async ({ world, size }) => {
      if (!isFilled) await fillTables(client, world, size.people);
      isFilled = true;
      const plan = `SET max_parallel_workers_per_gather = ${workers}; SET enable_nestloop = ${nestedLoops}`;
      await client.query(`${SESSION}; ${plan}`);
      return sqlEngine(client, size.people);
    },
  }));
}

function sqlEngine(client: Client, considered: number): TimedEngine {
  return {
    rank: async (vacancy) => {
      const text = rankingSql(vacancy, { regencies: regencyAreas, first: FIRST });
      const { rows } = await client.query<SqlRow>(text);
      return readRanking(rows, vacancy, considered);
    },
  };
}

function readRanking(
  rows: readonly SqlRow[],
  { facts }: CompiledVacancy,
  considered: number,
): Outline {
  const { eligible, strong, stretch } = rows[0];
  const tie = ({ tieSalt }: SqlRow) => mix(Number(tieSalt), facts.tieSalt);
  const places = rows
    .filter(({ person }) => person !== null)
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.verified - a.verified ||
        b.confirmed - a.confirmed ||
        tie(a) - tie(b) ||
        Number(a.person) - Number(b.person),
    );
  const rankOf = new Map<number, number>();
  for (const [at, { score }] of places.entries()) {
    if (!rankOf.has(score)) rankOf.set(score, at + 1);
  }
  return {
    ...{ considered, eligible, strong, possible: eligible - strong - stretch, stretch },
    rows: places.slice(0, FIRST).map(({ person, score, missesShould, people }) => ({
      person: Number(person),
      scoreBp: score,
      verdict: verdictOf(score, missesShould),
      rank: rankOf.get(score) ?? 0,
      tiedWith: people - 1,
    })),
  };
}

function verdictOf(score: number, missesShould: boolean) {
  if (score >= STRONG_BP && !missesShould) return 'STRONG';
  return score >= POSSIBLE_BP ? 'POSSIBLE' : 'STRETCH';
}
