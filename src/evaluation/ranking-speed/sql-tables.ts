import type { Client } from 'pg';
import type { CandidateFacts } from '../../matching/core/facts';
import { type InventedWorld, regencyAreas } from './world';

/** A place of somebody who stated no home: every scope reaches it. */
export const NO_PLACE = 0;
/** By area, its place in the list of all regencies. */
const placeOf = new Map(regencyAreas.map((area, at) => [area, at]));

const PEOPLE_PER_STATEMENT = 5_000;
/** Works of a person have columns of their own: no join, no array to unfold. */
const MOST_WORKS = 3;

/**
 * The tables made for one purpose, to rank: narrow rows, the competencies inverted with the home beside them, so that a
 * vacancy reads two stretches of one index and nothing else before it looks anybody up.
 */
const TABLES = `
  CREATE UNLOGGED TABLE people (
    person integer NOT NULL, regency smallint, tie_salt bigint NOT NULL, education smallint, employment smallint,
    available integer, confirmed integer NOT NULL,
    job1 smallint, job2 smallint, job3 smallint, months1 smallint, months2 smallint, months3 smallint);
  CREATE UNLOGGED TABLE held (
    competency smallint NOT NULL, place integer NOT NULL, person integer NOT NULL,
    level smallint NOT NULL, evidence smallint NOT NULL)`;

const INDEXES = `
  ALTER TABLE people ADD PRIMARY KEY (person);
  CREATE INDEX held_by_competency ON held (competency, place, person) INCLUDE (level, evidence);
  ALTER TABLE held ALTER competency SET STATISTICS 2000`;

const INSERT_PEOPLE = `INSERT INTO people SELECT * FROM unnest(
  $1::int[], $2::smallint[], $3::bigint[], $4::smallint[], $5::smallint[], $6::int[], $7::int[],
  $8::smallint[], $9::smallint[], $10::smallint[], $11::smallint[], $12::smallint[], $13::smallint[])`;
const INSERT_HELD = `INSERT INTO held SELECT * FROM unnest(
  $1::smallint[], $2::int[], $3::int[], $4::smallint[], $5::smallint[])`;

/** Writes everybody, then the indexes and what the planner wants to know. */
export async function fillTables(
  client: Client,
  world: InventedWorld,
  count: number,
): Promise<void> {
  await client.query(TABLES);
  let some: CandidateFacts[] = [];
  for (const facts of world.people(count)) {
    some.push(facts);
    if (some.length < PEOPLE_PER_STATEMENT) continue;
    await insert(client, some);
    some = [];
  }
  await insert(client, some);
  for (const statement of INDEXES.split(';')) await client.query(statement);
  // Also the map of what is visible: without it no index is read alone.
  await client.query('VACUUM ANALYZE people');
  await client.query('VACUUM ANALYZE held');
}

async function insert(client: Client, some: readonly CandidateFacts[]): Promise<void> {
  if (some.length === 0) return;
  const people = some.map((facts) => {
    const { experiences } = facts;
    if (experiences.length > MOST_WORKS) throw new RangeError('More works than there are columns');
    return [
      ...[facts.person, placeOf.get(regencyOf(facts) ?? NO_PLACE) ?? null],
      ...[facts.tieSalt, facts.education, facts.employmentTypes],
      ...[facts.availableFromMonth, facts.confirmedMonth],
      ...[0, 1, 2].map((at) => experiences[at]?.occupation ?? null),
      ...[0, 1, 2].map((at) => experiences[at]?.months ?? null),
    ];
  });
  const held = some.flatMap((facts) => {
    const places = new Set([
      regencyOf(facts) ?? NO_PLACE,
      ...facts.willingAreas.map(({ from }) => from),
    ]);
    return [...places].flatMap((place) =>
      facts.competencies.map(({ competency, level, evidence }) => [
        ...[competency, place, facts.person, level, evidence],
      ]),
    );
  });
  await client.query(INSERT_PEOPLE, columnsOf(people));
  await client.query(INSERT_HELD, columnsOf(held));
}

const regencyOf = ({ district }: Pick<CandidateFacts, 'district'>) =>
  district === null ? null : district - (district % 100);

const columnsOf = (rows: readonly (readonly (number | null)[])[]) =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
