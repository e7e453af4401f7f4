import type { DataSource } from 'typeorm';
import { asActor, asActorRead } from '../../../src/database/as-actor';
import { createDataSource } from '../../../src/database/data-source';
import { NEW_PEOPLE_A_DAY, showPeople } from '../../../src/services/matching/show-people';
import { aCandidate, anEmployer } from '../../builders';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';

const PEOPLE = NEW_PEOPLE_A_DAY;
const DIGITS = 20;
/** As many digits as no two numbers of chance share here: with eight it happened once in two thousand runs. */
const PART = 12;
/** Chance goes beyond so many standard deviations once in a billion. */
const FAR = 6;

let database: TestDatabase;
let dataSource: DataSource;
const people: string[] = [];
const handles: string[][] = [];

const asSystem = <T>(work: Parameters<typeof asActor<T>>[2]) => asActor(dataSource, 'system', work);

async function show(organisationId: string, ids: readonly string[]): Promise<string[]> {
  const shown = await showPeople(
    {
      readAs: (actor, work) => asActorRead(dataSource, actor, work),
      runAs: (actor, work) => asActor(dataSource, actor, work),
    },
    ids.map((candidateId) => ({ organisationId, candidateId })),
    new Date('2026-11-21T01:00:00Z'),
  );
  return ids.map((id) => shown.get(`${organisationId} ${id}`)?.handle ?? '');
}

/** Two employers who were shown the same people, the second one in the opposite order. */
beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
  const employers = await asSystem(async (manager) => {
    for (let at = 0; at < PEOPLE; at += 1) people.push((await aCandidate(manager)).id);
    return [await anEmployer(manager), await anEmployer(manager)];
  });
  const [one, other] = employers.map(({ id }) => id);
  handles.push(await show(one ?? '', people));
  handles.push((await show(other ?? '', [...people].reverse())).reverse());
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** How far a count of chance is from what is expected, in standard deviations. */
const deviation = (count: number, tries: number, chance: number) =>
  Math.abs(count - tries * chance) / Math.sqrt(tries * chance * (1 - chance));

describe('the handles of two employers for the same people', () => {
  it('are all different, and none is part of an id', () => {
    const [one = [], other = []] = handles;
    expect(new Set([...one, ...other]).size).toBe(2 * PEOPLE);
    for (const handle of [...one, ...other]) {
      expect(handle).toMatch(/^[0-9a-f]{20}$/);
      expect(people.some((id) => id.replaceAll('-', '').includes(handle.slice(0, PART)))).toBe(
        false,
      );
    }
  });

  it('agree in each digit as often as chance has it', () => {
    const [one = [], other = []] = handles;
    let equal = 0;
    one.forEach((handle, at) => {
      for (let digit = 0; digit < DIGITS; digit += 1) {
        if (handle[digit] === other[at]?.[digit]) equal += 1;
      }
    });
    expect(deviation(equal, PEOPLE * DIGITS, 1 / 16)).toBeLessThan(FAR);
  });

  it('share no order: two people stand alike in both as often as not', () => {
    const [one = [], other = []] = handles;
    let alike = 0;
    for (let at = 0; at + 1 < PEOPLE; at += 2) {
      const isFirst = (all: readonly string[]) => (all[at] ?? '') < (all[at + 1] ?? '');
      if (isFirst(one) === isFirst(other)) alike += 1;
    }
    expect(deviation(alike, PEOPLE / 2, 1 / 2)).toBeLessThan(FAR);
  });

  it('differ by nothing that is the same for all people', () => {
    const [one = [], other = []] = handles;
    const xor = (at: number) => BigInt(`0x${one[at]}`) ^ BigInt(`0x${other[at]}`);
    const sum = (at: number) => BigInt(`0x${one[at]}`) - BigInt(`0x${other[at]}`);
    expect(new Set(people.map((_, at) => xor(at))).size).toBe(PEOPLE);
    expect(new Set(people.map((_, at) => sum(at))).size).toBe(PEOPLE);
  });

  it('stay the same for each, whoever asks when', async () => {
    const rows: { organisationId: string; candidateId: string; handle: string }[] = await asSystem(
      (manager) =>
        manager.query(
          `SELECT organisation_id AS "organisationId", candidate_id AS "candidateId", handle FROM candidate_handles`,
        ),
    );
    const known = new Set(rows.map(({ handle }) => handle));
    expect([...new Set(handles.flat())].every((handle) => known.has(handle))).toBe(true);
    const [first] = rows;
    expect(await show(first?.organisationId ?? '', [first?.candidateId ?? ''])).toEqual([
      first?.handle,
    ]);
  });
});
