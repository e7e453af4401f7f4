import type { EntityManager } from 'typeorm';
import { TotpFactor } from '../../entities';
import type { IdentityKeys } from '../../identity/derived-keys';
import { unseal } from '../../identity/sealed-box';
import { findStep } from '../../identity/totp';
import { type Problem, problem } from '../problems';

/** The factor of an account, locked until the transaction ends; null when it has none. Cost: 1 query. */
export const findFactor = (manager: EntityManager, accountId: string): Promise<TotpFactor | null> =>
  manager.findOne(TotpFactor, { where: { accountId }, lock: { mode: 'pessimistic_write' } });

/** The secret of a factor. */
export const secretOf = (
  keys: Pick<IdentityKeys, 'seal'>,
  { accountId, sealedSecret }: TotpFactor,
): Buffer => unseal(keys.seal, accountId, sealedSecret);

/** Whether a code is the factor's, whose time step then counts no more. Cost: 1 query when it is. */
export async function spendFactorCode(
  manager: EntityManager,
  keys: Pick<IdentityKeys, 'seal'>,
  factor: TotpFactor,
  code: string,
  at: Date,
): Promise<boolean> {
  const { accountId, lastStep } = factor;
  const last = lastStep === null ? null : Number(lastStep);
  const step = findStep(secretOf(keys, factor), code, at, last);
  if (step === null) return false;
  await manager.update(TotpFactor, { accountId }, { lastStep: String(step) });
  return true;
}

/** What was found of a second factor: whether it was shown, or why the sign-in goes no further. */
export type FactorCheck = { isShown: boolean; fault: null } | { isShown: false; fault: Problem };

/** An account with a confirmed factor must show it, whatever it works as. Cost: 1 to 2 queries. */
export async function checkFactor(
  manager: EntityManager,
  keys: Pick<IdentityKeys, 'seal'>,
  { accountId, totp, at }: { accountId: string; totp: string | null; at: Date },
): Promise<FactorCheck> {
  const factor = await findFactor(manager, accountId);
  if (factor === null || factor.confirmedAt === null) return { isShown: false, fault: null };
  if (totp === null) return { isShown: false, fault: problem('SECOND_FACTOR_REQUIRED', 'totp') };
  if (await spendFactorCode(manager, keys, factor, totp, at)) return { isShown: true, fault: null };
  return { isShown: false, fault: problem('SIGN_IN_REFUSED', 'code') };
}
