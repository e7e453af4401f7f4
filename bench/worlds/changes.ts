import type { DataSource, EntityManager } from 'typeorm';
import { appendOutbox, type OutboxEntry } from '../../src/changes/outbox';
import { asActor } from '../../src/database/as-actor';
import { insertRows } from '../../src/database/insert-rows';
import { CandidateCompetency, WorkExperience } from '../../src/entities';
import { drawCompetencies, drawHome, drawPerson, drawWilling, drawWork } from './people';
import type { WorldDraws } from './reference';
import { insertPeople } from './write';

const CHANGES_AT_ONCE = 50;

type Change = (manager: EntityManager, id: string, draws: WorldDraws, now: Date) => Promise<void>;

const set =
  (column: string, draw: (draws: WorldDraws, now: Date) => unknown): Change =>
  async (manager, id, draws, now) => {
    await manager.query(`UPDATE candidates SET ${column} = $2 WHERE id = $1`, [
      id,
      draw(draws, now),
    ]);
  };

/** What may happen to a person, each as often as it stands here. */
const CHANGES: readonly (readonly [name: string, Change])[] = [
  ['moves', set('region_code', drawHome)],
  ['names areas', set('willing_region_codes', drawWilling)],
  ['withdraws consent', set('matching_consent_at', () => null)],
  ['gives consent', set('matching_consent_at', (_, now) => now)],
  ['leaves', set('status', (draws) => draws.pick(['DORMANT', 'PLACED', 'ERASED']))],
  ['comes back', set('status', () => 'ACTIVE')],
  ['confirms', set('confirmed_on', (draws, now) => draws.day(now, 180, 0))],
  ['learns', replaceCompetencies],
  ['is tested', testCompetencies],
  ['works', addWork],
];

async function replaceCompetencies(
  manager: EntityManager,
  id: string,
  draws: WorldDraws,
): Promise<void> {
  await manager.query('DELETE FROM candidate_competencies WHERE candidate_id = $1', [id]);
  await insertRows(manager, CandidateCompetency, drawCompetencies(draws, id));
}

async function testCompetencies(
  manager: EntityManager,
  id: string,
  draws: WorldDraws,
): Promise<void> {
  await manager.query(
    "UPDATE candidate_competencies SET level = $2, evidence = 'TESTED' WHERE candidate_id = $1",
    [id, draws.between(1, 5)],
  );
}

async function addWork(
  manager: EntityManager,
  id: string,
  draws: WorldDraws,
  now: Date,
): Promise<void> {
  await insertRows(manager, WorkExperience, [drawWork(draws, id, now)]);
}

/** Changes people at random, and adds some; every change with its announcement, fifty to a transaction. */
export async function changePeople(
  dataSource: DataSource,
  draws: WorldDraws,
  count: number,
  now: Date,
): Promise<void> {
  const people = await asActor(dataSource, 'system', (manager) =>
    manager.query<{ id: string }[]>('SELECT id FROM candidates ORDER BY id'),
  );
  for (let done = 0; done < count; done += CHANGES_AT_ONCE) {
    const length = Math.min(CHANGES_AT_ONCE, count - done);
    await asActor(dataSource, 'system', async (manager) => {
      const entries: OutboxEntry[] = [];
      for (let at = 0; at < length; at += 1) {
        entries.push(await changeSomebody(manager, people, draws, now));
      }
      await appendOutbox(manager, entries);
    });
  }
}

async function changeSomebody(
  manager: EntityManager,
  people: { id: string }[],
  draws: WorldDraws,
  now: Date,
): Promise<OutboxEntry> {
  if (draws.chance(0.05)) {
    const person = drawPerson(draws, now);
    await insertPeople(manager, [person]);
    const { id } = person.candidate;
    people.push({ id });
    return { aggregate: 'candidate', aggregateId: id, kind: 'candidate.created', version: 1 };
  }
  const { id } = draws.pick(people);
  const [, change] = draws.pick(CHANGES);
  await change(manager, id, draws, now);
  const [[{ version }]] = await manager.query<[[{ version: number }], number]>(
    'UPDATE candidates SET version = version + 1 WHERE id = $1 RETURNING version',
    [id],
  );
  return { aggregate: 'candidate', aggregateId: id, kind: 'candidate.updated', version };
}
