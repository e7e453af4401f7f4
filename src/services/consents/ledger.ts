import type { EntityManager } from 'typeorm';
import { appendOutbox } from '../../changes/outbox';
import type { ConsentChannel, ConsentPurpose } from '../../entities/vocabulary';
import { errors } from '../../errors';

/** What a consent is about. */
export interface ConsentScope {
  readonly candidateId: string;
  readonly purpose: ConsentPurpose;
  /** Whom it names: needed by the purposes that share with an employer, and by no other. */
  readonly employerId?: string | null;
  /** Only this vacancy of the employer; by default every one. */
  readonly vacancyId?: string | null;
}

/** A consent that a person gives. */
export interface NewConsent extends ConsentScope {
  readonly textVersion: string;
  readonly channel: ConsentChannel;
  /** The account that wrote it down for the person; by default the person did. */
  readonly recordedBy?: string | null;
  /** By default it lives until it is withdrawn. Never with MATCHING. */
  readonly expiresAt?: Date | null;
  readonly at: Date;
}

/** Which live consents end; what is left out means every one. */
export interface EndedConsents extends Partial<ConsentScope> {
  readonly candidateId: string;
  /** Only those that were given at this moment. */
  readonly grantedAt?: Date;
  readonly at: Date;
}

/** A consent that ended. */
export interface EndedConsent {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly employerId: string | null;
  readonly vacancyId: string | null;
}

/**
 * The id of a consent in the ledger. A live one to the same text with the same end stays the one that there is.
 *
 * The first live one to be matched puts the person into rankings (`candidates.matching_consent_at`) and is announced
 * as `candidate.consent_granted`. Runs as the person or as the service, inside the transaction of the caller.
 * Errors: NOT_FOUND for a person who is not there or not the actor's.
 * Cost: 3 queries, with MATCHING 5.
 */
export async function recordConsent(manager: EntityManager, consent: NewConsent): Promise<string> {
  await lockPerson(manager, consent.candidateId);
  const id = (await findSame(manager, consent)) ?? (await insertConsent(manager, consent));
  if (consent.purpose === 'MATCHING') {
    await project(manager, consent, 'candidate.consent_granted', consent.at);
  }
  return id;
}

/**
 * Ends live consents from `at` on; which ones they were.
 *
 * One to be matched takes the person out of rankings and is announced as `candidate.consent_withdrawn`. Runs as the
 * person or as the service, inside the transaction of the caller.
 * Errors: NOT_FOUND for a person who is not there or not the actor's.
 * Cost: 2 queries, with MATCHING 4.
 */
export async function endConsents(
  manager: EntityManager,
  ended: EndedConsents,
): Promise<EndedConsent[]> {
  await lockPerson(manager, ended.candidateId);
  const [rows] = await manager.query<[EndedConsent[], number]>(
    `UPDATE consents SET withdrawn_at = greatest($2, granted_at)
     WHERE candidate_id = $1 AND withdrawn_at IS NULL AND (expires_at IS NULL OR expires_at > $2)
       AND ($3::text IS NULL OR purpose = $3)
       AND ($4::uuid IS NULL OR employer_id = $4)
       AND ($5::uuid IS NULL OR vacancy_id = $5)
       AND ($6::timestamptz IS NULL OR granted_at = $6)
     RETURNING id, purpose, employer_id AS "employerId", vacancy_id AS "vacancyId"`,
    [
      ...[ended.candidateId, ended.at, ended.purpose, ended.employerId, ended.vacancyId],
      ended.grantedAt,
    ],
  );
  if (rows.some(({ purpose }) => purpose === 'MATCHING')) {
    await project(manager, ended, 'candidate.consent_withdrawn', null);
  }
  return rows;
}

/**
 * Until the transaction ends, whoever else changes what this person agreed to, or asks the person, waits.
 *
 * Errors: NOT_FOUND for a person who is not there or not the actor's.
 */
export async function lockPerson(manager: EntityManager, candidateId: string): Promise<void> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM candidates WHERE id = $1 AND status <> 'ERASED' FOR UPDATE`,
    [candidateId],
  );
  if (rows.length === 0) throw errors.object.notFound('id');
}

async function findSame(manager: EntityManager, consent: NewConsent): Promise<string | null> {
  const [same] = await manager.query<{ id: string }[]>(
    `SELECT id FROM consents
     WHERE candidate_id = $1 AND purpose = $2 AND withdrawn_at IS NULL
       AND employer_id IS NOT DISTINCT FROM $3::uuid AND vacancy_id IS NOT DISTINCT FROM $4::uuid
       AND text_version = $5 AND expires_at IS NOT DISTINCT FROM $6::timestamptz
       AND (expires_at IS NULL OR expires_at > $7)
     LIMIT 1`,
    [...scopeOf(consent), consent.textVersion, consent.expiresAt ?? null, consent.at],
  );
  return same?.id ?? null;
}

async function insertConsent(manager: EntityManager, consent: NewConsent): Promise<string> {
  const [{ id }] = await manager.query<{ id: string }[]>(
    `INSERT INTO consents (candidate_id, purpose, employer_id, vacancy_id, text_version, expires_at, granted_at,
       channel, recorded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [
      ...[...scopeOf(consent), consent.textVersion, consent.expiresAt ?? null, consent.at],
      ...[consent.channel, consent.recordedBy ?? null],
    ],
  );
  return id;
}

const scopeOf = ({ candidateId, purpose, employerId, vacancyId }: ConsentScope) => [
  candidateId,
  purpose,
  employerId ?? null,
  vacancyId ?? null,
];

/** Keeps what rankings read in step with the ledger, and announces it when it changes. */
async function project(
  manager: EntityManager,
  { candidateId, at }: { candidateId: string; at: Date },
  kind: string,
  agreedAt: Date | null,
): Promise<void> {
  const [rows] = await manager.query<[{ version: number }[], number]>(
    `UPDATE candidates SET matching_consent_at = $2, version = version + 1, updated_at = $3
     WHERE id = $1 AND (matching_consent_at IS NULL) <> ($2::timestamptz IS NULL) RETURNING version`,
    [candidateId, agreedAt, at],
  );
  await appendOutbox(
    manager,
    rows.map(({ version }) => ({
      aggregate: 'candidate' as const,
      aggregateId: candidateId,
      kind,
      version,
    })),
  );
}
