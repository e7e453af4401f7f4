import type { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { type Candidate, Contact, type Vacancy, WorkExperience } from '../../../src/entities';
import { candidateStatuses, evidenceStatuses } from '../../../src/entities/vocabulary';
import { keepIdentity } from '../../../src/services/identity-numbers/identity-rows';
import { aCandidate, anAccount, holds } from '../../builders';
import { insertRow } from '../../builders/insert-row';
import { bookKeys } from '../../imports/books/people-world';
import { NOW } from '../../resolvers/graph-world';
import { referencesTo } from '../../support/catalogue';

/** Numbers in [0, 1) that a seed repeats. Source: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface PairWorld {
  readonly vacancies: readonly Vacancy[];
  readonly competencyIds: readonly string[];
}

const NUMBER = '7271015708950001';
const at = (day: number) => new Date(NOW.getTime() - day * 86_400_000);

/** Somebody of Palu about whom anything may be known. */
export async function aRandomPerson(
  manager: EntityManager,
  random: () => number,
  { vacancies, competencyIds }: PairWorld,
): Promise<Candidate> {
  const chance = (share: number) => random() < share;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const maybe = <T>(value: T): T | null => (chance(0.5) ? value : null);
  const isAgreed = chance(0.6);
  const person = await aCandidate(manager, {
    ...{ phone: maybe('+6281234567890'), email: maybe('a@contoh.example') },
    ...{ birthDate: maybe('1990-01-01'), education: maybe('SMA'), address: maybe('Jalan 1') },
    ...{ expectedWage: maybe('3000000'), willingRegionCodes: chance(0.5) ? ['72.10'] : [] },
    status: pick(candidateStatuses.filter((status) => status !== 'ERASED')),
    confirmedOn: pick(['2026-10-01', '2026-11-01']),
    matchingConsentAt: isAgreed ? at(200) : null,
    accountId: chance(0.5) ? (await anAccount(manager)).id : null,
    competencies: competencyIds
      .filter(() => chance(0.5))
      .map((id) =>
        holds(id, 1 + Math.floor(random() * 5), {
          ...{ evidence: pick(evidenceStatuses), yearsUsed: maybe(Math.floor(random() * 9)) },
          lastUsedOn: maybe(pick(['2024-01-01', '2025-01-01'])),
        }),
      ),
  });
  for (const title of ['Satpam', 'Kasir', 'Sopir']) {
    if (chance(0.5))
      await insertRow(manager, WorkExperience, {
        candidateId: person.id,
        title,
        startedOn: '2023-01-01',
      });
  }
  await addContacts(manager, person.id, vacancies, chance);
  await addConsents(manager, person.id, vacancies, random);
  if (chance(0.5)) {
    const identity = { candidateId: person.id, digits: NUMBER, setBy: 'SELF' as const, at: NOW };
    await keepIdentity(manager, bookKeys.vault, identity);
  }
  if (chance(0.5)) await addOthers(manager, person.id, vacancies[0].employerId);
  if (chance(0.5)) await setDisability(manager, person.id, chance(0.5) ? ['PHYSICAL'] : []);
  return person;
}

async function addContacts(
  manager: EntityManager,
  candidateId: string,
  vacancies: readonly Vacancy[],
  chance: (share: number) => boolean,
): Promise<void> {
  for (const { id: vacancyId, employerId } of vacancies) {
    if (chance(0.5)) continue;
    const contact = await insertRow(manager, Contact, {
      ...{ candidateId, vacancyId, employerId, state: 'CONSENTED' },
      ...{ appliedAt: NOW, applicationState: 'SUBMITTED', createdAt: NOW, updatedAt: NOW },
    });
    await manager.query(
      'INSERT INTO application_messages (contact_id, candidate_id, body) VALUES ($1, $2, $3)',
      [contact.id, candidateId, 'Saya melamar'],
    );
  }
}

/** Given, and perhaps taken back or run out. */
async function addConsents(
  manager: EntityManager,
  candidateId: string,
  vacancies: readonly Vacancy[],
  random: () => number,
): Promise<void> {
  for (let each = 0; each < 4; each += 1) {
    const vacancy = vacancies[Math.floor(random() * vacancies.length)];
    const isSharing = random() < 0.8;
    const scope = isSharing ? ['SHARE_WITH_EMPLOYER', vacancy.employerId] : ['STATISTICS', null];
    await manager.query(
      `INSERT INTO consents (candidate_id, purpose, employer_id, vacancy_id, text_version, granted_at, withdrawn_at,
         expires_at, channel) VALUES ($1, $2, $3, $4, '1', $5, $6, $7, 'SELF')`,
      [
        ...[candidateId, ...scope, isSharing && random() < 0.6 ? vacancy.id : null, at(100)],
        ...[random() < 0.3 ? at(50) : null, random() < 0.3 ? at(20) : null],
      ],
    );
  }
}

async function addOthers(manager: EntityManager, candidateId: string, employerId: string) {
  await manager.query(
    `INSERT INTO candidate_handles (organisation_id, handle, candidate_id) VALUES ($2, md5($1::uuid::text), $1::uuid)`,
    [candidateId, employerId],
  );
  await manager.query(
    `INSERT INTO disclosures (candidate_id, actor_kind, fields, purpose, at) VALUES ($1, 'OFFICER', '{name}', 'OTHER', now())`,
    [candidateId],
  );
  await manager.query(
    `INSERT INTO candidate_origins (candidate_id, channel, source_name, row_key, content_hash, file_digest, row_number,
       is_created, imported_at) VALUES ($1::uuid, 'OFFICE_BOOK', 'buku', sha256($1::uuid::text::bytea), '\\x01', '\\x01', 2, true, now())`,
    [candidateId],
  );
}

/** Of this only the person may speak. */
async function setDisability(manager: EntityManager, candidateId: string, kinds: string[]) {
  await manager.query("SELECT set_config('padan.actor', $1, true)", [`candidate:${candidateId}`]);
  await manager.query('INSERT INTO disability_profiles (candidate_id, kinds) VALUES ($1, $2)', [
    candidateId,
    kinds,
  ]);
  await manager.query("SELECT set_config('padan.actor', 'system', true)");
}

/** Every row of these people, without what any change moves on. The reader is the owner. */
export async function rowsOf(owner: Client, people: readonly string[]): Promise<unknown> {
  const found: Record<string, unknown> = {};
  const tables = [
    { table: 'candidates', column: 'id' },
    ...(await referencesTo(owner, 'candidates')).map(({ from }) => {
      const [table, column] = from.split('.');
      return { table, column };
    }),
  ];
  for (const { table, column } of tables) {
    const { rows } = await owner.query(
      `SELECT to_jsonb(t) - 'version' - 'updated_at' AS row FROM ${table} t WHERE ${column} = ANY($1::uuid[]) ORDER BY 1`,
      [people],
    );
    found[`${table}.${column}`] = rows;
  }
  return found;
}
