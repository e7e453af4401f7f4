import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type Address, normaliseAddress } from '../../identity/address';
import { keyedHash } from '../../identity/derived-keys';
import { readCode } from '../../identity/one-time-code';
import { done, type Outcome, problem, refused } from '../problems';
import {
  type AddressedAccount,
  bindAddress,
  createAccount,
  findAddressed,
} from './addressed-account';
import { guessCode, spendCodes } from './guess-code';
import { isKnownDevice, rememberDevice } from './known-device';
import { type OpenedSession, openSession } from './open-session';
import { checkSecondFact } from './second-fact';
import { checkFactor } from './second-factor';
import { countCaller, ownTokens, type SessionDeps } from './session-deps';
import { grant, type SessionGrant } from './session-grant';

export interface SignIn {
  address: string;
  code: string;
  /** What an earlier sign-in on this device gave. */
  deviceToken: string | null;
  /** Of the authenticator app; null = not given. */
  totp: string | null;
  /** `YYYY-MM-DD`; null = not given. */
  birthDate: string | null;
  caller: string;
}

interface Opened {
  readonly session: OpenedSession;
  readonly deviceToken: string | null;
}

/**
 * A session for whoever holds the code that their address was sent; the first one makes the account.
 *
 * Errors: SIGN_IN_ELSEWHERE, TOO_MANY_CODES. Problems: SIGN_IN_REFUSED, in one wording for every address and code; with
 * the right one SECOND_FACTOR_REQUIRED, SECOND_FACT_REQUIRED, RECOVERY_REQUIRED.
 * Cost: 8 to 12 queries in one transaction, which a refusal commits as well: the guess counts.
 */
export const signIn =
  (deps: SessionDeps) =>
  async (command: SignIn): Promise<Outcome<SessionGrant>> => {
    const tokens = ownTokens(deps);
    countCaller(deps, 'attempt', command.caller);
    const address = normaliseAddress(command.address);
    if (address === null) return refused([problem('SIGN_IN_REFUSED', 'code')]);
    const at = deps.clock.now();
    const { value, problems } = await deps.runAs('system', (manager) =>
      tryCode({ ...deps, issuer: tokens.issuer, manager, at }, address, command),
    );
    if (value === null) return refused(problems);
    return done(await grant(tokens, value.session, value.deviceToken, at));
  };

interface Attempt extends SessionDeps {
  readonly issuer: string;
  readonly manager: EntityManager;
  readonly at: Date;
}

async function tryCode(
  attempt: Attempt,
  address: Address,
  command: SignIn,
): Promise<Outcome<Opened>> {
  const { manager, at } = attempt;
  const { keys } = attempt.identity;
  const addressHash = keyedHash(keys.address, address.text);
  const isRight = await guessCode(manager, keys, addressHash, readCode(command.code), at);
  if (!isRight) return refused([problem('SIGN_IN_REFUSED', 'code')]);
  const account =
    (await findAddressed(manager, addressHash, at)) ??
    (await createAddressed(attempt, address, addressHash));
  const opened = await open(attempt, account, command);
  if (opened.value !== null) await spendCodes(manager, addressHash, at);
  return opened;
}

async function createAddressed(
  { manager, issuer, at }: Attempt,
  { kind }: Address,
  addressHash: Buffer,
): Promise<AddressedAccount> {
  const accountId = await createAccount(manager, issuer, randomUUID());
  await bindAddress(manager, accountId, { addressHash, kind, at });
  return { accountId, lastSeenAt: at, trustedUntil: null, failures: 0, isOffice: false };
}

/** The session, or why the right code opens none. */
async function open(
  { manager, identity, at }: Attempt,
  account: AddressedAccount,
  { deviceToken, totp, birthDate }: SignIn,
): Promise<Outcome<Opened>> {
  const { keys } = identity;
  const { accountId, isOffice } = account;
  const factor = await checkFactor(manager, keys, { accountId, totp, at });
  if (factor.fault !== null) return refused([factor.fault]);
  const isKnown = await isKnownDevice(manager, keys, accountId, deviceToken);
  const fault = factor.isShown
    ? null
    : await checkSecondFact(manager, account, { isKnownDevice: isKnown, birthDate, at });
  if (fault !== null) return refused([fault]);
  await manager.query(
    'UPDATE account_addresses SET last_seen_at = $2, failures = 0, trusted_until = NULL WHERE account_id = $1',
    [accountId, at],
  );
  const newSession = { accountId, isOffice, hasSecondFactor: factor.isShown, at };
  return done({
    session: await openSession(manager, keys, newSession),
    deviceToken: await rememberDevice(manager, keys, accountId, isKnown ? deviceToken : null, at),
  });
}
