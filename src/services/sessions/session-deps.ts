import type { Clock } from '../../clock';
import { errors } from '../../errors';
import type { AccessTokens } from '../../identity/access-tokens';
import type { CallerAct } from '../../identity/caller-limits';
import type { Identity } from '../../identity/identity';
import type { RunAs } from '../transaction';

/** What the use cases of sign-in work with. */
export interface SessionDeps {
  runAs: RunAs;
  clock: Clock;
  identity: Identity;
}

const MINUTE_MS = 60_000;

/** Errors: SIGN_IN_ELSEWHERE where only an identity provider signs people in. */
export function ownTokens({ identity }: SessionDeps): AccessTokens {
  if (identity.tokens === null) throw errors.signIn.elsewhere();
  return identity.tokens;
}

/** Counts what a caller does. Errors: TOO_MANY_CODES with the minutes to wait. */
export function countCaller(
  { identity, clock }: SessionDeps,
  act: CallerAct,
  caller: string,
): void {
  refuseEarly(identity.callers.count(act, caller, clock.now()));
}

/** Errors: TOO_MANY_CODES when there is something to wait for. */
export function refuseEarly(waitMs: number): void {
  if (waitMs > 0) throw errors.signIn.tooMany(Math.ceil(waitMs / MINUTE_MS));
}
