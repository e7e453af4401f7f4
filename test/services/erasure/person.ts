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
  handle: 'fe77ab01fe77ab01fe77',
};

/** Somebody with a row in every table in which a person can have rows. */
export async function aKnownPerson(
  manager: EntityManager,
  { organisationId }: { organisationId: string },
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
  return { account, person };
}

/** Of disabilities only the person may speak. */
const setActor = (manager: EntityManager, actor: Actor) =>
  manager.query("SELECT set_config('padan.actor', $1, true)", [actor]);
