import type { EntityManager } from 'typeorm';
import { SignInSession, TotpFactor } from '../../entities';
import type { ProblemCode } from '../../errors';
import type { Identity } from '../../identity/identity';
import { seal } from '../../identity/sealed-box';
import { base32, newTotpSecret, totpUri } from '../../identity/totp';
import { once } from '../idempotency';
import { done, type Outcome, problem, refused } from '../problems';
import type { Viewer } from '../viewer';
import { findFactor, secretOf, spendFactorCode } from './second-factor';
import type { SessionDeps } from './session-deps';

/** What an authenticator app is given; null once the factor is confirmed. */
export interface Enrolment {
  readonly secret: string | null;
  readonly uri: string | null;
}

/** How the account is named in the app. */
const LABEL = 'dinas';

/**
 * The secret of a second factor that is not confirmed yet; a new one replaces it.
 *
 * Errors: those of `once`. Problems: FACTOR_EXISTS. Cost: 6 queries.
 */
export const enrolTotp =
  ({ runAs, clock, identity }: SessionDeps) =>
  (
    { accountId }: Viewer,
    { clientMutationId }: { clientMutationId: string },
  ): Promise<Outcome<Enrolment>> => {
    const at = clock.now();
    const { keys } = identity;
    const attempt = { accountId, key: clientMutationId, operation: 'enrolTotp', body: {}, at };
    return runAs('system', async (manager) => {
      const { value, problems } = await once(manager, attempt, async () => {
        const known = await findFactor(manager, accountId);
        if (known?.confirmedAt) return refused<string>([problem('FACTOR_EXISTS', 'totp')]);
        const sealedSecret = seal(keys.seal, accountId, newTotpSecret());
        await manager.upsert(TotpFactor, { accountId, sealedSecret, createdAt: at }, ['accountId']);
        return done('enrolled');
      });
      if (value === null) return refused(problems);
      // Read again, so that a repetition is told the same without the secret having been kept anywhere else.
      const factor = await findFactor(manager, accountId);
      if (factor === null || factor.confirmedAt) return done({ secret: null, uri: null });
      const secret = secretOf(keys, factor);
      return done({ secret: base32(secret), uri: totpUri(secret, LABEL) });
    });
  };

export interface ConfirmTotp {
  clientMutationId: string;
  code: string;
}

/**
 * Turns the second factor on that was enrolled, and lifts the session with which it was shown.
 *
 * Shape: this process lets the session in at once, others within seconds.
 * Errors: those of `once`. Problems: FACTOR_MISSING, FACTOR_EXISTS, SIGN_IN_REFUSED. Cost: up to 7 queries.
 */
export const confirmTotp =
  ({ runAs, clock, identity, forgetTokens }: SessionDeps & { forgetTokens: () => void }) =>
  async (
    { accountId, sessionId }: Viewer,
    { clientMutationId, code }: ConfirmTotp,
  ): Promise<Outcome<string>> => {
    const at = clock.now();
    const attempt = {
      accountId,
      key: clientMutationId,
      operation: 'confirmTotp',
      body: { code },
      at,
    };
    const outcome = await runAs<Outcome<string>>('system', (manager) =>
      once(manager, attempt, async () => {
        const fault = await tryFirstCode(manager, identity, { accountId, code, at });
        if (fault !== null) return refused([problem(fault, 'code')]);
        await manager.update(TotpFactor, { accountId }, { confirmedAt: at });
        if (sessionId) {
          await manager.update(SignInSession, { id: sessionId }, { secondFactorAt: at });
        }
        return done('confirmed');
      }),
    );
    forgetTokens();
    return outcome;
  };

interface FirstCode {
  readonly accountId: string;
  readonly code: string;
  readonly at: Date;
}

/** Why a code does not confirm a factor; null when it does. */
async function tryFirstCode(
  manager: EntityManager,
  { keys }: Identity,
  { accountId, code, at }: FirstCode,
): Promise<ProblemCode | null> {
  const factor = await findFactor(manager, accountId);
  if (factor === null) return 'FACTOR_MISSING';
  if (factor.confirmedAt) return 'FACTOR_EXISTS';
  return (await spendFactorCode(manager, keys, factor, code, at)) ? null : 'SIGN_IN_REFUSED';
}
