import type { EntityManager } from 'typeorm';
import { CandidateIdentity, DisabilityProfile } from '../../entities';
import type { IdentityVault } from '../identity-numbers/vault';
import { withinAs } from '../transaction';
import type { MergePair } from './merge-pair';

/** What is copied, since it is bound to its record or only the person may read it. */
export type Copied = 'IDENTITY_NUMBER' | 'DISABILITY';

/** Copies what the record that is kept lacks; which of it. Cost: up to 12 queries. */
export async function copyApart(
  manager: EntityManager,
  vault: IdentityVault,
  pair: MergePair,
): Promise<Copied[]> {
  const copied: Copied[] = [];
  if (await copyNumber(manager, vault, pair)) copied.push('IDENTITY_NUMBER');
  if (await copyDisability(manager, pair)) copied.push('DISABILITY');
  return copied;
}

/** Removes the copies that nobody has changed since. Cost: up to 12 queries. */
export async function removeCopies(
  manager: EntityManager,
  { keepId, dropId }: MergePair,
  copied: readonly Copied[],
): Promise<void> {
  if (copied.includes('IDENTITY_NUMBER')) {
    await manager.query(
      `DELETE FROM candidate_identities k USING candidate_identities d
       WHERE k.candidate_id = $1 AND d.candidate_id = $2 AND k.lookup_hash = d.lookup_hash`,
      [keepId, dropId],
    );
  }
  if (!copied.includes('DISABILITY')) return;
  const [kept, dropped] = [
    await readDisability(manager, keepId),
    await readDisability(manager, dropId),
  ];
  if (kept === null || dropped === null || !isEqual(kept, dropped)) return;
  await withinAs(manager, `candidate:${keepId}`, () =>
    manager.delete(DisabilityProfile, { candidateId: keepId }),
  );
}

async function copyNumber(
  manager: EntityManager,
  vault: IdentityVault,
  { keepId, dropId }: MergePair,
): Promise<boolean> {
  const row = await manager.findOneBy(CandidateIdentity, { candidateId: dropId });
  if (row === null || (await manager.existsBy(CandidateIdentity, { candidateId: keepId }))) {
    return false;
  }
  // The ciphertext opens under the record's own id alone.
  const ciphertext = vault.encrypt(vault.decrypt(row.ciphertext, dropId), keepId);
  const { lookupHash, keyVersion, setBy, setAt } = row;
  await manager.insert(CandidateIdentity, {
    ...{ candidateId: keepId, ciphertext, lookupHash, keyVersion, setBy, setAt },
  });
  return true;
}

/** Not even the service reads this of anybody: it is copied on behalf of the one person of both records. */
async function copyDisability(
  manager: EntityManager,
  { keepId, dropId }: MergePair,
): Promise<boolean> {
  const dropped = await readDisability(manager, dropId);
  if (dropped === null || (await readDisability(manager, keepId)) !== null) return false;
  const { kinds, accommodations } = dropped;
  await withinAs(manager, `candidate:${keepId}`, () =>
    manager.insert(DisabilityProfile, { candidateId: keepId, kinds, accommodations }),
  );
  return true;
}

const readDisability = (
  manager: EntityManager,
  candidateId: string,
): Promise<DisabilityProfile | null> =>
  withinAs(manager, `candidate:${candidateId}`, () =>
    manager.findOneBy(DisabilityProfile, { candidateId }),
  );

const isEqual = (one: DisabilityProfile, other: DisabilityProfile): boolean =>
  JSON.stringify([one.kinds, one.accommodations]) ===
  JSON.stringify([other.kinds, other.accommodations]);
