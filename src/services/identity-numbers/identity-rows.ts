import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import { CandidateIdentity } from '../../entities';
import { requireOwnCandidate } from '../candidates/change-own';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';
import { maskIdentityNumber } from './identity-number';
import { type IdentityVault, KEY_VERSION } from './vault';

export interface IdentityDeps {
  runAs: RunAs;
  readAs: RunAs;
  clock: Clock;
  identityVault: IdentityVault;
}

/** Keeps a person's number in place of an earlier one. The writer is `system`. */
export async function keepIdentity(
  manager: EntityManager,
  vault: IdentityVault,
  {
    candidateId,
    digits,
    setBy,
    at,
  }: { candidateId: string; digits: string; setBy: 'SELF' | 'OFFICE'; at: Date },
): Promise<void> {
  const row = {
    ...{ candidateId, setBy, setAt: at, keyVersion: KEY_VERSION },
    ciphertext: vault.encrypt(digits, candidateId),
    lookupHash: vault.hash(digits),
  };
  await manager.upsert(CandidateIdentity, row, ['candidateId']);
}

/** A person's number; null where none is kept. The reader is `system`. Cost: 1 query. */
async function readIdentity(
  manager: EntityManager,
  vault: IdentityVault,
  candidateId: string,
): Promise<string | null> {
  const row = await manager.findOneBy(CandidateIdentity, { candidateId });
  return row && vault.decrypt(row.ciphertext, candidateId);
}

/** As `readIdentity`, for everybody who needs no more than to recognise it. */
export async function readMasked(
  manager: EntityManager,
  vault: IdentityVault,
  candidateId: string,
): Promise<string | null> {
  const digits = await readIdentity(manager, vault, candidateId);
  return digits && maskIdentityNumber(digits);
}

/** What the signed-in person is shown of the own number. Errors: CANDIDATE_ONLY. Cost: 2 queries. */
export const readOwnMasked =
  ({ readAs, identityVault }: IdentityDeps) =>
  async (viewer: Viewer): Promise<string | null> => {
    const { id } = await requireOwnCandidate(readAs, viewer);
    return readAs('system', (manager) => readMasked(manager, identityVault, id));
  };
