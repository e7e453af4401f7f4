import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../src/database/as-actor';
import {
  type Account,
  type Candidate,
  CandidateHandle,
  DisabilityProfile,
  ReceiptSecret,
} from '../../../src/entities';
import { aCandidate, anAccount, holds } from '../../builders';

/** Values that stand nowhere else. */
export const canaries = {
  name: 'Kenari Sriwulandari Unik',
  phone: '+6281273310987',
  email: 'kenari.unik@contoh.example',
  address: 'Jalan Kenari Unik 77',
  subject: 'kenari-unik-subject',
  formerEmployer: 'PT Kenari Unik Lama',
  title: 'Penjaga Kenari Unik',
  message: 'Kenari unik melamar kerja',
  handle: 'fe77ab01fe77ab01fe77',
  words: 'menjahit kenari unik',
};

/** Somebody with a row in every table in which a person can have rows. */
export async function aKnownPerson(
  manager: EntityManager,
  { organisationId, vacancyId }: { organisationId: string; vacancyId: string },
): Promise<{ account: Account; person: Candidate }> {
  const account = await anAccount(manager, {
    subject: canaries.subject,
    displayName: canaries.name,
  });
  const person = await aCandidate(manager, {
    accountId: account.id,
    fullName: canaries.name,
    phone: canaries.phone,
    email: canaries.email,
    address: canaries.address,
    competencies: [holds('patroli', 4)],
    experiences: [{ title: canaries.title, employerName: canaries.formerEmployer }],
  });
  await setActor(manager, `candidate:${person.id}`);
  await manager.insert(DisabilityProfile, { candidateId: person.id, kinds: ['PHYSICAL'] });
  await setActor(manager, 'system');
  await manager.insert(ReceiptSecret, { candidateId: person.id, secret: Buffer.alloc(32, 7) });
  const { handle } = canaries;
  await manager.insert(CandidateHandle, { organisationId, handle, candidateId: person.id });
  await manager.query(
    `INSERT INTO candidate_origins (candidate_id, channel, source_name, row_key, content_hash, file_digest, row_number,
       words, is_created, imported_at)
     VALUES ($1, 'OFFICE_BOOK', 'buku', sha256('row'), sha256('content'), sha256('file'), 2, $2, false, now())`,
    [person.id, canaries.words],
  );
  await apply(manager, { employerId: organisationId, vacancyId, candidateId: person.id });
  await signIn(manager, account.id);
  return { account, person };
}

/** Of disabilities only the person may speak. */
const setActor = (manager: EntityManager, actor: Actor) =>
  manager.query("SELECT set_config('padan.actor', $1, true)", [actor]);

/** An application with a message, and the step that led to it. */
async function apply(
  manager: EntityManager,
  contact: { employerId: string; vacancyId: string; candidateId: string },
): Promise<void> {
  const { employerId, vacancyId, candidateId } = contact;
  const [{ id }] = await manager.query<{ id: string }[]>(
    `INSERT INTO contacts (candidate_id, vacancy_id, employer_id, state, applied_at, application_state, created_at, updated_at)
     VALUES ($1, $2, $3, 'CONSENTED', now(), 'SUBMITTED', now(), now()) RETURNING id`,
    [candidateId, vacancyId, employerId],
  );
  await manager.query(
    `INSERT INTO contact_steps (contact_id, event, state, application_state, by_kind, at)
     VALUES ($1, 'APPLY', 'CONSENTED', 'SUBMITTED', 'CANDIDATE', now())`,
    [id],
  );
  await manager.query(
    'INSERT INTO application_messages (contact_id, candidate_id, body) VALUES ($1, $2, $3)',
    [id, candidateId, canaries.message],
  );
}

/** An address, a code that was sent to it, and a session. */
async function signIn(manager: EntityManager, accountId: string): Promise<void> {
  await manager.query(
    `INSERT INTO account_addresses (address_hash, account_id, kind, bound_at, last_seen_at)
     VALUES (sha256('kenari'), $1, 'PHONE', now(), now())`,
    [accountId],
  );
  await manager.query(
    `INSERT INTO sign_in_codes (id, address_hash, code_hash, created_at, expires_at)
     VALUES (gen_random_uuid(), sha256('kenari'), sha256('code'), now(), now() + interval '5 minutes')`,
  );
  await manager.query(
    `INSERT INTO sessions (id, account_id, refresh_hash, created_at, refreshed_at, expires_at)
     VALUES (gen_random_uuid(), $1, sha256('session'), now(), now(), now() + interval '1 day')`,
    [accountId],
  );
}
