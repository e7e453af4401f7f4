import { randomInt, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { type EntityManager, EntityNotFoundError } from 'typeorm';
import { appendOutbox } from '../../src/changes/outbox';
import { systemClock } from '../../src/clock';
import { asActor } from '../../src/database/as-actor';
import { Employer, Vacancy } from '../../src/entities';
import { AppError } from '../../src/errors';
import { closeVacancy } from '../../src/services/vacancies/close-vacancy';
import { createVacancy } from '../../src/services/vacancies/create-vacancy';
import { type VacancyDeps, writeVersion } from '../../src/services/vacancies/own-vacancy';
import { publishVacancy } from '../../src/services/vacancies/publish-vacancy';
import { updateVacancy } from '../../src/services/vacancies/update-vacancy';
import type { Stage } from '../stream/stage';
import { anyOf, inventDraft, type Vocabulary } from './drafts';

/** Whose vacancies change, and what they may name. */
export interface Scene extends Vocabulary {
  readonly owners: readonly { accountId: string; employerId: string }[];
  readonly deps: VacancyDeps;
  readonly stage: Stage;
}

/** How many changes of each kind were committed. */
export type Counts = Record<string, number>;

type Change = (scene: Scene) => Promise<boolean>;

/** What may happen, as often as it stands here. */
const CHANGES: readonly (readonly [name: string, often: number, change: Change])[] = [
  ['create', 3, create],
  ['publish', 4, publish],
  ['update', 8, update],
  ['close', 2, close],
  ['pause', 2, move('vacancy.paused', 'PUBLISHED', { state: 'PAUSED' })],
  ['go on', 2, move('vacancy.published', 'PAUSED', { state: 'PUBLISHED' })],
  [
    'reopen',
    1,
    move('vacancy.published', 'CLOSED', { state: 'PUBLISHED', closedAt: null, closedReason: null }),
  ],
  ['hide', 1, move('vacancy.suspended', 'PUBLISHED', { state: 'SUSPENDED' })],
  ['show again', 1, move('vacancy.published', 'SUSPENDED', { state: 'PUBLISHED' })],
  ['fill one', 1, move('vacancy.updated', 'PUBLISHED', { filled: 1 })],
  ['delete', 1, remove],
  ['rename employer', 1, changeEmployer(() => ({ name: `PT Baru ${randomInt(1_000_000)}` }))],
  [
    'verify or suspend',
    1,
    changeEmployer(() => ({ verification: anyOf(['VERIFIED', 'SUSPENDED']) })),
  ],
  ['rename occupation', 1, rename('occupations', 'label_id', ({ occupations }) => occupations)],
  ['rename competency', 1, rename('competencies', 'label_en', ({ competencies }) => competencies)],
];

const DECK = CHANGES.flatMap(([name, often, change]) =>
  Array.from({ length: often }, () => ({ name, change })),
);

const WRITERS = 4;
/** Two in each other's way: one is rolled back. */
const ROLLED_BACK = ['40P01', '55P03'];

/** What is at hand on a stage. */
export async function setScene(stage: Stage): Promise<Scene> {
  const list = async (sql: string) =>
    (await stage.pool.query<{ id: string }>(sql)).rows.map(({ id }) => id);
  const { rows: owners } = await stage.pool.query<Scene['owners'][number]>(
    `SELECT account_id AS "accountId", employer_id AS "employerId" FROM memberships
     WHERE role = 'OWNER' AND (ends_at IS NULL OR ends_at > now())`,
  );
  const runAs: VacancyDeps['runAs'] = (actor, work) => asActor(stage.dataSource, actor, work);
  return {
    ...{ owners, stage, deps: { runAs, clock: systemClock } },
    occupations: await list('SELECT id FROM occupations ORDER BY number LIMIT 40'),
    competencies: await list(
      "SELECT id FROM competencies WHERE kind = 'SKILL' ORDER BY number LIMIT 60",
    ),
    regions: await list("SELECT code AS id FROM regions WHERE parent_code = '72' ORDER BY code"),
  };
}

/** Changes something again and again, some at one time, until so many changes were committed. */
export async function changeMuch(
  scene: Scene,
  { count, onChange }: { count: number; onChange: (done: number) => Promise<void> | void },
): Promise<Counts> {
  const counts: Counts = {};
  let [begun, done] = [0, 0];
  const write = async () => {
    while (begun < count) {
      begun += 1;
      const { name, change } = anyOf(DECK);
      if (await change(scene).catch(passOver)) {
        counts[name] = (counts[name] ?? 0) + 1;
        done += 1;
        await onChange(done);
      } else begun -= 1;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  return counts;
}

/** Another writer was faster; what else goes wrong is thrown. */
function passOver(error: Error & { code?: string }): false {
  const isBeaten = error instanceof AppError || error instanceof EntityNotFoundError;
  if (isBeaten || ROLLED_BACK.includes(error.code ?? '')) return false;
  throw error;
}

const asSystem = <T>({ stage }: Scene, work: (manager: EntityManager) => Promise<T>) =>
  asActor(stage.dataSource, 'system', work);

/** A vacancy in a state by chance, of somebody; null where there is none. */
async function pick({ stage }: Scene, states: readonly string[]) {
  const { rows } = await stage.pool.query<{ id: string; version: number; accountId: string }>(
    `SELECT v.id, v.version, m.account_id AS "accountId" FROM vacancies v
     JOIN memberships m ON m.employer_id = v.employer_id AND m.role = 'OWNER'
     WHERE v.state = ANY ($1) ORDER BY random() LIMIT 1`,
    [states],
  );
  return rows[0] ?? null;
}

async function create(scene: Scene): Promise<boolean> {
  const { accountId, employerId } = anyOf(scene.owners);
  const command = { clientMutationId: randomUUID(), employerId, draft: inventDraft(scene) };
  return isDone(await createVacancy(scene.deps)({ accountId }, command));
}

async function publish(scene: Scene): Promise<boolean> {
  const found = await pick(scene, ['DRAFT', 'PAUSED']);
  if (found === null) return false;
  const command = { clientMutationId: randomUUID(), vacancyId: found.id };
  return isDone(await publishVacancy(scene.deps)(found, command));
}

async function update(scene: Scene): Promise<boolean> {
  const found = await pick(scene, ['DRAFT', 'PUBLISHED', 'PAUSED']);
  if (found === null) return false;
  const { id: vacancyId, version: expectedVersion } = found;
  const command = { clientMutationId: randomUUID(), vacancyId, expectedVersion };
  return isDone(await updateVacancy(scene.deps)(found, { ...command, draft: inventDraft(scene) }));
}

async function close(scene: Scene): Promise<boolean> {
  const found = await pick(scene, ['PUBLISHED', 'PAUSED']);
  if (found === null) return false;
  const reason = anyOf(['FILLED_HERE', 'CANCELLED', 'DUPLICATE'] as const);
  const command = { clientMutationId: randomUUID(), vacancyId: found.id, reason };
  return isDone(await closeVacancy(scene.deps)(found, command));
}

const isDone = ({ problems }: { problems: readonly unknown[] }) => problems.length === 0;

/** What no operation does yet, written as operations write. */
function move(kind: string, from: Vacancy['state'], changes: Partial<Vacancy>): Change {
  return async (scene) => {
    const found = await pick(scene, [from]);
    if (found === null) return false;
    await asSystem(scene, async (manager) => {
      const vacancy = await manager.findOneByOrFail(Vacancy, { id: found.id });
      await writeVersion(scene.deps, manager, vacancy, kind, changes);
    });
    return true;
  };
}

async function remove(scene: Scene): Promise<boolean> {
  const found = await pick(scene, ['PUBLISHED', 'CLOSED', 'FILLED', 'DRAFT']);
  if (found === null) return false;
  await asSystem(scene, (manager) => manager.delete(Vacancy, { id: found.id }));
  return true;
}

function changeEmployer(changes: () => Partial<Employer>): Change {
  return async (scene) => {
    const { employerId } = anyOf(scene.owners);
    await asSystem(scene, async (manager) => {
      await manager.update(Employer, employerId, changes());
      await appendOutbox(manager, [
        { aggregate: 'employer', aggregateId: employerId, kind: 'employer.updated', version: 2 },
      ]);
    });
    return true;
  };
}

/** The taxonomy belongs to the owner of the tables. */
function rename(table: string, column: string, idsOf: (scene: Scene) => readonly string[]): Change {
  return async (scene) => {
    const pool: Pool = scene.stage.pool;
    await pool.query(`UPDATE ${table} SET ${column} = $2 WHERE id = $1`, [
      anyOf(idsOf(scene)),
      `Nama ${randomInt(1_000_000)}`,
    ]);
    return true;
  };
}
