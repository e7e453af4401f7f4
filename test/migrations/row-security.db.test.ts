import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { type Actor, asActor } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import type { Account, Candidate, Vacancy } from '../../src/entities';
import {
  aCandidate,
  aMembership,
  anAccount,
  anEmployer,
  anEmployerWithOwner,
  aVacancy,
  aWebhook,
  holds,
  must,
} from '../builders';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

const personalTables = [
  'accounts',
  'memberships',
  'idempotency_keys',
  'candidates',
  'candidate_competencies',
  'work_experiences',
  'candidate_handles',
  'consents',
  'contacts',
  'contact_steps',
  'application_messages',
  'disclosures',
  'objections',
  'ranking_snapshots',
  'ranking_seals',
  'receipt_secrets',
  'asked_questions',
  'measured_places',
  'webhooks',
  'webhook_secrets',
  'webhook_deliveries',
  'saved_searches',
  'search_digests',
] as const;
const vacancyTables = ['vacancies', 'vacancy_regions', 'requirements'] as const;

const POOL_SIZE = 4;

let database: TestDatabase;
let dataSource: DataSource;
let world: World;

interface World {
  person: Candidate;
  other: Candidate;
  owner: Account;
  recruiter: Account;
  former: Account;
  draft: Vacancy;
  published: Vacancy;
  foreignDraft: Vacancy;
}

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl, { poolSize: POOL_SIZE }).initialize();
  world = await asActor(dataSource, 'system', buildWorld);
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

async function buildWorld(manager: EntityManager): Promise<World> {
  const competencies = [holds('patroli')];
  const experiences = [{ occupationId: 'satpam-security' }];
  const person = await aCandidate(manager, { competencies, experiences });
  const other = await aCandidate(manager, { competencies, experiences });
  const { employer, account: owner } = await anEmployerWithOwner(manager);
  const foreign = await anEmployer(manager);
  const recruiter = await anAccount(manager);
  const former = await anAccount(manager);
  for (const employerId of [employer.id, foreign.id]) {
    await aMembership(manager, { accountId: recruiter.id, employerId, role: 'RECRUITER' });
  }
  const endsAt = new Date('2026-02-01T00:00:00Z');
  await aMembership(manager, { accountId: former.id, employerId: employer.id, endsAt });
  await manager.query(
    `INSERT INTO candidate_handles (organisation_id, handle, candidate_id) VALUES ($1, 'K-1', $2)`,
    [employer.id, person.id],
  );
  await manager.query(
    `INSERT INTO idempotency_keys (account_id, key, operation, body_hash, result) VALUES ($1, 'k', 'o', 'h', '{}')`,
    [owner.id],
  );
  const requirements = [must('patroli')];
  const employerId = employer.id;
  const foreignDraft = await aVacancy(manager, {
    employerId: foreign.id,
    requirements,
    state: 'DRAFT',
  });
  for (const one of [person, other]) await inTouch(manager, one.id, foreignDraft.id);
  await manager.query(
    `INSERT INTO ranking_snapshots (vacancy_id, vacancy_version, seq, is_sealed, method, algorithm_version,
       taxonomy_version, considered, excluded_by_consent, eligible, strong, possible, stretch, places,
       last_tied_with, digest, created_at)
     VALUES ($1, 1, 0, true, 'SCAN', 'a', 1, 0, 0, 0, 0, 0, 0, '', 0, '', now())`,
    [foreignDraft.id],
  );
  await manager.query(
    `INSERT INTO ranking_seals (snapshot_id, frame, leaves, subtrees, lines)
     SELECT id, '{}', '', '', '' FROM ranking_snapshots`,
  );
  await manager.query(
    `INSERT INTO receipt_secrets (candidate_id, secret) SELECT id, sha256(uuid_send(id)) FROM candidates`,
  );
  await manager.query(
    `INSERT INTO asked_questions (asker_id, question, vacancy_id, asked_at, is_counted) VALUES ($1, 'q', $2, now(), true)`,
    [foreign.id, foreignDraft.id],
  );
  await manager.query(
    `INSERT INTO measured_places (employer_id, area, last_measured_at) VALUES ($1, '72.71.01', now())`,
    [foreign.id],
  );
  await manager.query(
    `WITH saved AS (
       INSERT INTO saved_searches (account_id, name, min_verdict, frequency, seen_place, digested_place, created_at)
       VALUES ($1, 'n', 'STRONG', 'DAILY', 0, 0, now()) RETURNING id)
     INSERT INTO search_digests (saved_search_id, night, first_place, last_place, lines, created_at)
     SELECT id, now(), 1, 1, '[]', now() FROM saved`,
    [owner.id],
  );
  for (const { id: accountId } of [owner, former]) {
    const { webhook } = await aWebhook(manager, {
      accountId,
      employerId,
      url: 'https://a.example/',
    });
    await manager.query(
      `INSERT INTO webhook_deliveries (webhook_id, type, at, attempt, outcome, duration_ms)
       VALUES ($1, 'match.entered', now(), 1, 'DELIVERED', 5)`,
      [webhook.id],
    );
  }
  return {
    person,
    other,
    owner,
    recruiter,
    former,
    draft: await aVacancy(manager, { employerId, requirements, state: 'DRAFT' }),
    published: await aVacancy(manager, { employerId, requirements }),
    foreignDraft,
  };
}

/** An application of somebody for a vacancy, which its employer has read. */
async function inTouch(manager: EntityManager, candidateId: string, vacancyId: string) {
  await manager.query(
    `WITH contact AS (
       INSERT INTO contacts (candidate_id, vacancy_id, employer_id, state, application_state, applied_at, created_at, updated_at)
       SELECT $1, id, employer_id, 'CONSENTED', 'SUBMITTED', now(), now(), now() FROM vacancies WHERE id = $2
       RETURNING id, candidate_id, vacancy_id, employer_id),
     message AS (
       INSERT INTO application_messages (contact_id, candidate_id, body) SELECT id, candidate_id, 'b' FROM contact),
     step AS (
       INSERT INTO contact_steps (contact_id, event, state, application_state, by_kind, at)
       SELECT id, 'APPLY', 'CONSENTED', 'SUBMITTED', 'CANDIDATE', now() FROM contact)
     INSERT INTO disclosures (candidate_id, actor_kind, employer_id, fields, purpose, vacancy_id, at)
     SELECT candidate_id, 'EMPLOYER', employer_id, '{name}', 'APPLICATION', vacancy_id, now() FROM contact`,
    [candidateId, vacancyId],
  );
  await manager.query(
    `INSERT INTO objections (candidate_id, vacancy_id, state, reason, filed_at, due_at)
     VALUES ($1, $2, 'FILED', 'r', now(), now() + interval '14 days')`,
    [candidateId, vacancyId],
  );
}

async function countRows(manager: EntityManager | DataSource, table: string): Promise<number> {
  const [row] = await manager.query(`SELECT count(*)::int AS count FROM ${table}`);
  return row.count;
}

const idsSeenBy = (actor: Actor, table: string, column = 'id'): Promise<string[]> =>
  asActor(dataSource, actor, async (manager) => {
    const rows = await manager.query(`SELECT ${column} AS id FROM ${table}`);
    return rows.map(({ id }: { id: string }) => id).sort();
  });

const sorted = (...vacancies: Vacancy[]) => vacancies.map(({ id }) => id).sort();

describe('row level security', () => {
  it('is on for every table that leads to a person or an account', async () => {
    const rows: { name: string }[] = await dataSource.query(`
      SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relrowsecurity
        AND (relname IN ('candidates', 'accounts') OR EXISTS (
          SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname IN ('candidate_id', 'account_id')
        ))
    `);
    expect(rows).toEqual([]);
  });

  it.each([...personalTables, ...vacancyTables])('shows %s to the system', async (table) => {
    const count = await asActor(dataSource, 'system', (manager) => countRows(manager, table));
    expect(count).toBeGreaterThan(0);
  });

  it.each([...personalTables, ...vacancyTables])(
    'hides %s from nobody in particular',
    async (table) => {
      // Every pooled connection has used the setting before: it is now '' and no longer null.
      await Promise.all(
        Array.from({ length: POOL_SIZE }, () =>
          asActor(dataSource, 'system', (manager) => manager.query('SELECT pg_sleep(0.01)')),
        ),
      );
      const counts = await Promise.all(
        Array.from({ length: 2 * POOL_SIZE }, () => countRows(dataSource, table)),
      );
      expect(new Set(counts)).toEqual(new Set([0]));
    },
  );

  it.each([
    'public',
    'account:',
    'account:%',
    `account:${randomUUID()}`,
    'candidate:not-a-uuid',
    `candidate:${randomUUID()}`,
    `office:${randomUUID()}`,
    'system:',
    ' system',
    'SYSTEM',
    '%',
    '',
  ])('hides every person from the actor "%s"', async (actor) => {
    await asActor(dataSource, actor as Actor, async (manager) => {
      for (const table of personalTables) expect(await countRows(manager, table)).toBe(0);
    });
  });

  it('cannot be switched off by the application', async () => {
    const read = dataSource.transaction(async (manager) => {
      await manager.query('SET LOCAL row_security = off');
      await manager.query('SELECT * FROM candidates');
    });
    await expect(read).rejects.toThrow('row-level security');
    await expect(dataSource.query('SET ROLE padan_migrator')).rejects.toThrow('permission denied');
    const alter = dataSource.query('ALTER TABLE candidates DISABLE ROW LEVEL SECURITY');
    await expect(alter).rejects.toThrow('must be owner');
  });

  it('never mixes people over 400 interleaved requests on 4 connections', async () => {
    const people = [world.person.id, world.other.id];
    const wrong = await Promise.all(
      Array.from({ length: 400 }, async (_, index) => {
        if (index % 4 === 3) return (await countRows(dataSource, 'candidates')) !== 0;
        const own = people[index % 2];
        const seen = await idsSeenBy(`candidate:${own}`, 'candidates');
        return seen.length !== 1 || seen[0] !== own;
      }),
    );
    expect(wrong.filter(Boolean)).toHaveLength(0);
  });
});

describe('a candidate', () => {
  it.each([
    ['candidates', 'id'],
    ['candidate_competencies', 'candidate_id'],
    ['work_experiences', 'candidate_id'],
    ['receipt_secrets', 'candidate_id'],
    ['consents', 'candidate_id'],
    ['contacts', 'candidate_id'],
    ['application_messages', 'candidate_id'],
    ['disclosures', 'candidate_id'],
  ])('sees only the own rows of %s', async (table, column) => {
    const { person } = world;
    expect(await idsSeenBy(`candidate:${person.id}`, table, column)).toEqual([person.id]);
  });

  it("cannot change or take over somebody else's row", async () => {
    const { person, other } = world;
    await asActor(dataSource, `candidate:${person.id}`, async (manager) => {
      await manager.query("UPDATE candidates SET full_name = 'x' WHERE id = $1", [other.id]);
    });
    const [row] = await asActor(dataSource, 'system', (manager) =>
      manager.query('SELECT full_name FROM candidates WHERE id = $1', [other.id]),
    );
    expect(row.full_name).toBe(other.fullName);
    const insert = asActor(dataSource, `candidate:${person.id}`, (manager) =>
      manager.query(
        "INSERT INTO candidate_competencies (candidate_id, competency_id, level) VALUES ($1, 'cctv', 5)",
        [other.id],
      ),
    );
    await expect(insert).rejects.toThrow('row-level security');
  });
});

describe('an account', () => {
  it('reads no candidate, whatever its mandates', async () => {
    for (const table of ['candidates', 'candidate_competencies', 'work_experiences']) {
      expect(await idsSeenBy(`account:${world.recruiter.id}`, table, 'ctid')).toEqual([]);
    }
  });

  it('sees itself, its memberships and its own replies', async () => {
    const { owner } = world;
    expect(await idsSeenBy(`account:${owner.id}`, 'accounts')).toEqual([owner.id]);
    expect(await idsSeenBy(`account:${owner.id}`, 'memberships', 'account_id')).toEqual([owner.id]);
    expect(await idsSeenBy(`account:${owner.id}`, 'idempotency_keys', 'key')).toEqual(['k']);
  });

  it('sees the drafts of its employers only, and their requirements', async () => {
    const { owner, recruiter, draft, published, foreignDraft } = world;
    const seen = await idsSeenBy(`account:${owner.id}`, 'vacancies');
    expect(seen).toEqual(sorted(draft, published));
    const asked = await idsSeenBy(`account:${owner.id}`, 'requirements', 'vacancy_id');
    expect(asked).toEqual(sorted(draft, published));
    const mandated = await idsSeenBy(`account:${recruiter.id}`, 'vacancies');
    expect(mandated).toEqual(sorted(draft, published, foreignDraft));
  });

  it('loses drafts and pseudonyms when its membership has ended', async () => {
    const { former, owner, published } = world;
    expect(await idsSeenBy(`account:${former.id}`, 'vacancies')).toEqual([published.id]);
    expect(await idsSeenBy(`account:${former.id}`, 'candidate_handles', 'handle')).toEqual([]);
    expect(await idsSeenBy(`account:${owner.id}`, 'candidate_handles', 'handle')).toEqual(['K-1']);
  });

  it('reads the frozen rankings of its employers only, and writes none', async () => {
    const { owner, recruiter, former, foreignDraft } = world;
    const seenBy = ({ id }: Account) =>
      idsSeenBy(`account:${id}`, 'ranking_snapshots', 'vacancy_id');
    expect(await seenBy(recruiter)).toEqual([foreignDraft.id]);
    expect([...(await seenBy(owner)), ...(await seenBy(former))]).toEqual([]);
    const [, written] = await asActor(dataSource, `account:${recruiter.id}`, (manager) =>
      manager.query('DELETE FROM ranking_snapshots'),
    );
    expect(written).toBe(0);
  });

  it('sees the places from which its employers measure, and gives no other employer one', async () => {
    const { owner, recruiter, foreignDraft } = world;
    const seenBy = ({ id }: Account) => idsSeenBy(`account:${id}`, 'measured_places', 'area');
    expect(await seenBy(recruiter)).toEqual(['72.71.01']);
    expect(await seenBy(owner)).toEqual([]);
    const insert = asActor(dataSource, `account:${owner.id}`, (manager) =>
      manager.query("INSERT INTO measured_places VALUES ($1, '72.71.02', now())", [
        foreignDraft.employerId,
      ]),
    );
    await expect(insert).rejects.toThrow('row-level security');
  });

  it('sees its own webhooks while it acts for their employer, and no secret again', async () => {
    const { owner, recruiter, former } = world;
    const [[own], foreign] = [
      await idsSeenBy(`account:${owner.id}`, 'webhooks'),
      await idsSeenBy('system', 'webhooks'),
    ];
    expect(foreign).toHaveLength(2);
    for (const { id } of [recruiter, former]) {
      expect(await idsSeenBy(`account:${id}`, 'webhooks')).toEqual([]);
    }
    const deliveries = await idsSeenBy(`account:${owner.id}`, 'webhook_deliveries', 'webhook_id');
    expect(deliveries).toEqual([own]);
    expect(await idsSeenBy(`account:${owner.id}`, 'webhook_secrets')).toEqual([]);
    const give = (webhookId: string) =>
      asActor(dataSource, `account:${owner.id}`, (manager) =>
        manager.query('INSERT INTO webhook_secrets VALUES ($1, $2, sha256($3), now())', [
          randomUUID(),
          webhookId,
          'a',
        ]),
      );
    await give(own);
    await expect(give(foreign.find((id) => id !== own) ?? '')).rejects.toThrow(
      'row-level security',
    );
  });

  it('sees its own saved searches and their digests', async () => {
    for (const table of ['saved_searches', 'search_digests']) {
      expect(await idsSeenBy(`account:${world.owner.id}`, table)).toHaveLength(1);
      expect(await idsSeenBy(`account:${world.recruiter.id}`, table)).toEqual([]);
    }
  });

  it("cannot write into another employer's vacancies", async () => {
    const { owner, published, foreignDraft } = world;
    const as = (run: (manager: EntityManager) => Promise<unknown>) =>
      asActor(dataSource, `account:${owner.id}`, run);
    const move = as((manager) =>
      manager.query('UPDATE vacancies SET employer_id = $1 WHERE id = $2', [
        foreignDraft.employerId,
        published.id,
      ]),
    );
    await expect(move).rejects.toThrow('row-level security');
    const place = as((manager) =>
      manager.query("INSERT INTO vacancy_regions (vacancy_id, region_code) VALUES ($1, '72')", [
        foreignDraft.id,
      ]),
    );
    await expect(place).rejects.toThrow('row-level security');
    await as((manager) => manager.query('DELETE FROM requirements'));
    expect(await idsSeenBy('system', 'requirements', 'vacancy_id')).toEqual([foreignDraft.id]);
    await asActor(dataSource, 'system', (manager) =>
      manager.query(
        `INSERT INTO requirements (vacancy_id, position, kind, necessity, competency_id)
         SELECT id, 0, 'COMPETENCY', 'MUST', 'patroli' FROM vacancies WHERE id <> $1`,
        [foreignDraft.id],
      ),
    );
  });
});

describe('the public', () => {
  it('sees published vacancies with their parts, and no draft', async () => {
    const { published } = world;
    for (const [table, column] of [
      ['vacancies', 'id'],
      ['vacancy_regions', 'vacancy_id'],
      ['requirements', 'vacancy_id'],
    ] as const) {
      expect(await idsSeenBy('public', table, column)).toEqual([published.id]);
    }
  });

  it('finds published titles by similar words, through the index of words', async () => {
    const rows = await asActor(dataSource, 'public', (manager) =>
      manager.query("SELECT id FROM padan_vacancies_titled('Satpan')"),
    );
    expect(rows).toEqual([{ id: world.published.id }]);
  });
});
