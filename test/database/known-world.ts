import type { EntityManager } from 'typeorm';
import { appendOutbox } from '../../src/changes/outbox';
import type { Actor } from '../../src/database/as-actor';
import { appendMatchEvents } from '../../src/matches/match-event-rows';
import {
  aCandidate,
  aMembership,
  anAccount,
  anEmployerWithOwner,
  anEvent,
  anOfficer,
  aStanding,
  aVacancy,
  aWebhook,
} from '../builders';
import { aKnownPerson } from '../services/erasure/person';
import type { KnownIds } from './personal-tables';

/** Everybody who may ask the database, by the name of the column in the committed table. */
export type Askers = Readonly<Record<string, Actor | null>>;

export interface KnownWorld extends KnownIds {
  readonly askers: Askers;
  readonly employerId: string;
  readonly vacancyId: string;
}

/**
 * A person with a row in every table that can have one of a person, and everybody who might read it.
 *
 * The person has applied to the employer of the first columns; the account also works for another employer, and once
 * did for an office.
 */
export async function aKnownWorld(manager: EntityManager): Promise<KnownWorld> {
  const { employer, account: owner } = await anEmployerWithOwner(manager);
  const vacancy = await aVacancy(manager, { employerId: employer.id });
  const known = await aKnownPerson(manager, {
    organisationId: employer.id,
    vacancyId: vacancy.id,
  });
  const ids = { candidateId: known.person.id, accountId: known.account.id };
  await fillRest(manager, ids, { employerId: employer.id, vacancyId: vacancy.id });
  const recruiter = await anAccount(manager);
  const former = await anAccount(manager);
  const employerId = employer.id;
  await aMembership(manager, { accountId: recruiter.id, employerId, role: 'RECRUITER' });
  const endsAt = new Date('2026-02-01T00:00:00Z');
  await aMembership(manager, { accountId: former.id, employerId, role: 'RECRUITER', endsAt });
  const otherAccount = await anAccount(manager);
  const other = await aCandidate(manager, { accountId: otherAccount.id });
  const { account: stranger } = await anEmployerWithOwner(manager);
  const office = async (values: Parameters<typeof anOfficer>[1]): Promise<Actor> =>
    `account:${(await anOfficer(manager, values)).id}`;
  return {
    ...{ ...ids, employerId, vacancyId: vacancy.id },
    askers: {
      'no actor': null,
      public: 'public',
      'the person': `candidate:${ids.candidateId}`,
      'the account': `account:${ids.accountId}`,
      'another person': `candidate:${other.id}`,
      'another account': `account:${otherAccount.id}`,
      employer: `account:${owner.id}`,
      recruiter: `account:${recruiter.id}`,
      'former recruiter': `account:${former.id}`,
      'another employer': `account:${stranger.id}`,
      officer: await office({}),
      'officer elsewhere': await office({ regionCode: '73.71' }),
      'ULD officer': await office({ role: 'ULD_OFFICER' }),
      facilitator: await office({ role: 'FACILITATOR' }),
      auditor: await office({ role: 'AUDITOR' }),
      'the service': 'system',
    },
  };
}

/** What `aKnownPerson` has no row in: as person, as account, as member of an employer. */
async function fillRest(
  manager: EntityManager,
  { candidateId, accountId }: KnownIds,
  { employerId, vacancyId }: { employerId: string; vacancyId: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO candidate_identities (candidate_id, ciphertext, lookup_hash, key_version, set_by, set_at)
     VALUES ($1, sha256('c'), sha256('h'), 1, 'SELF', now())`,
    [candidateId],
  );
  await manager.query(
    `INSERT INTO disclosures (candidate_id, actor_kind, employer_id, fields, purpose, vacancy_id, at)
     VALUES ($1, 'EMPLOYER', $2, '{name}', 'APPLICATION', $3, now())`,
    [candidateId, employerId, vacancyId],
  );
  for (const purpose of ['SHARE_WITH_EMPLOYER', 'SHARE_ACCOMMODATIONS']) {
    await manager.query(
      `INSERT INTO consents (candidate_id, purpose, employer_id, vacancy_id, text_version, granted_at, channel)
       VALUES ($1, $4, $2, $3, '1', now(), 'SELF')`,
      [candidateId, employerId, vacancyId, purpose],
    );
  }
  await manager.query(
    `INSERT INTO objections (candidate_id, vacancy_id, state, reason, filed_at, due_at)
     VALUES ($1, $2, 'FILED', 'Keberatan', now(), now() + interval '14 days')`,
    [candidateId, vacancyId],
  );
  await manager.query(
    `INSERT INTO employer_book_entries (employer_id, source_name, row_key, content_hash, file_digest, row_number, contact_name,
       is_created, imported_at)
     VALUES ($1, 'b', 'r', 'c', 'd', 1, 'Kenari', true, now())`,
    [employerId],
  );
  const resting = await aCandidate(manager, { status: 'DORMANT', matchingConsentAt: null });
  await manager.query(
    `INSERT INTO candidate_merges (keep_id, drop_id, reason, merged_at, undo_until, kept)
     VALUES ($1, $2, 'Sama', now(), now() + interval '30 days', '{}')`,
    [candidateId, resting.id],
  );
  await aStanding(manager, { vacancyId, candidateId });
  await appendMatchEvents(manager, [anEvent({ employerId, vacancyId, candidateId })]);
  await appendOutbox(manager, [
    { aggregate: 'candidate', aggregateId: candidateId, kind: 'candidate.updated', version: 2 },
  ]);
  await freezeOrder(manager, vacancyId);
  await manager.query(
    `INSERT INTO audit_entries (actor, action, subject_type, subject_id) VALUES ('system', 'a', 'candidate', 'p')`,
  );
  await manager.query(
    `INSERT INTO dead_letters (consumer, aggregate, aggregate_id, seq, reason, attempts, at)
     VALUES ('index', 'candidate', $1, 1, 'REFUSED', 1, now())`,
    [candidateId],
  );
  await fillAccount(manager, accountId);
}

async function freezeOrder(manager: EntityManager, vacancyId: string): Promise<void> {
  await manager.query(
    `INSERT INTO ranking_snapshots (vacancy_id, vacancy_version, seq, is_sealed, method, algorithm_version,
       taxonomy_version, considered, excluded_by_consent, eligible, strong, possible, stretch, places,
       last_tied_with, digest, created_at)
     VALUES ($1, 1, 0, true, 'SCAN', 'a', 1, 0, 0, 0, 0, 0, 0, '', 0, '', now())`,
    [vacancyId],
  );
  await manager.query(
    `INSERT INTO ranking_seals (snapshot_id, frame, leaves, subtrees, lines)
     SELECT id, '{}', '', '', '' FROM ranking_snapshots`,
  );
}

/** The person also works for an employer, and did for an office until last year. */
async function fillAccount(manager: EntityManager, accountId: string): Promise<void> {
  const { employer } = await anEmployerWithOwner(manager);
  const employerId = employer.id;
  await aMembership(manager, { accountId, employerId, role: 'STAFF' });
  const { webhook } = await aWebhook(manager, { accountId, employerId, url: 'https://a.example/' });
  await manager.query(
    `INSERT INTO webhook_deliveries (webhook_id, type, at, attempt, outcome, duration_ms)
     VALUES ($1, 'match.entered', now(), 1, 'DELIVERED', 1)`,
    [webhook.id],
  );
  const texts = [
    `INSERT INTO idempotency_keys (account_id, key, operation, body_hash, result) VALUES ($1, 'k', 'o', 'h', '{}')`,
    `INSERT INTO term_mappings (term, concept_type, concept_id, mapped_by, mapped_at)
     VALUES ('kata', 'COMPETENCY', 'patroli', $1, now())`,
    `INSERT INTO known_devices VALUES (sha256('d'), $1, now(), now())`,
    `INSERT INTO totp_factors VALUES ($1, 'sealed', now())`,
    `INSERT INTO office_memberships (account_id, region_code, role, starts_at, ends_at)
     VALUES ($1, '72.71', 'OFFICER', '2024-01-01', '2025-01-01')`,
    `INSERT INTO api_keys (id, region_code, name, prefix, portal_code, key_hash, scopes, quota_per_minute, created_by, created_at, expires_at)
     VALUES (gen_random_uuid(), '72.71', 'n', 'p', '0123456789', sha256('k'), '{READ}', 1, $1, now(), now())`,
    `INSERT INTO fraud_reports (receipt, state, text, region_code, filed_at, decided_at, decided_by, note)
     VALUES ('LP-1', 'UNFOUNDED', 't', '72.71', now(), now(), $1, 'n')`,
    `WITH saved AS (
       INSERT INTO saved_searches (account_id, name, min_verdict, frequency, seen_place, digested_place, created_at)
       VALUES ($1, 'n', 'STRONG', 'DAILY', 0, 0, now()) RETURNING id)
     INSERT INTO search_digests (saved_search_id, night, first_place, last_place, lines, created_at)
     SELECT id, now(), 1, 1, '[]', now() FROM saved`,
  ];
  for (const text of texts) await manager.query(text, [accountId]);
  await manager.query(
    `INSERT INTO member_invitations (employer_id, role, code_hash, starts_at, created_by, created_at, expires_at)
     VALUES ($2, 'STAFF', sha256('m'), now(), $1, now(), now())`,
    [accountId, employerId],
  );
  await manager.query(
    `INSERT INTO employer_registrations (employer_id, registered_by, registered_at, decide_by)
     VALUES ($2, $1, now(), now())`,
    [accountId, employerId],
  );
  await manager.query(
    `INSERT INTO unresolved_terms (term, concept_type, origin, count, last_seen_at, first_seen_at)
     VALUES ('kata', 'COMPETENCY', 'query', 1, now(), now())`,
  );
}
