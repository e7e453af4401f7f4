import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { SignInCode } from '../../entities';
import { normaliseAddress } from '../../identity/address';
import { DeliveryError } from '../../identity/delivery/delivery';
import { keyedHash } from '../../identity/derived-keys';
import { codeRules, codeWaitMs, hashCode, newCode } from '../../identity/one-time-code';
import { done, type Outcome, problem, refused } from '../problems';
import { countCaller, ownTokens, refuseEarly, type SessionDeps } from './session-deps';

export interface RequestCode {
  /** As it was typed. */
  address: string;
  lang: 'ID' | 'EN';
  /** Address of the network that asks. */
  caller: string;
}

/**
 * Sends a code and tells until when it holds. Nothing here asks whether anybody has that address: the answer, and the
 * time it takes, are the same for everybody.
 *
 * Errors: SIGN_IN_ELSEWHERE, TOO_MANY_CODES. Problems: ADDRESS_INVALID, CHANNEL_MISSING, DELIVERY_FAILED.
 */
export const requestSignInCode =
  (deps: SessionDeps) =>
  async ({ address, lang, caller }: RequestCode): Promise<Outcome<Date>> => {
    ownTokens(deps);
    const { keys, delivery } = deps.identity;
    const to = normaliseAddress(address);
    if (to === null) return refused([problem('ADDRESS_INVALID', 'address')]);
    if (!delivery.reaches(to.kind)) return refused([problem('CHANNEL_MISSING', 'address')]);
    countCaller(deps, 'code', caller);
    const at = deps.clock.now();
    const [id, code] = [randomUUID(), newCode()];
    const expiresAt = new Date(at.getTime() + codeRules.lifetimeMs);
    await deps.runAs('system', async (manager) => {
      const addressHash = keyedHash(keys.address, to.text);
      await countCodes(manager, addressHash, at);
      const codeHash = hashCode(keys.code, id, code);
      await manager.insert(SignInCode, { id, addressHash, codeHash, createdAt: at, expiresAt });
    });
    try {
      await delivery.send({ to, code, lang });
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      // What never arrived does not count.
      await deps.runAs('system', (manager) => manager.delete(SignInCode, { id }));
      return refused([problem('DELIVERY_FAILED', 'address')]);
    }
    return done(expiresAt);
  };

const DAY_MS = 24 * 3_600_000;

/** Errors: TOO_MANY_CODES. Until the transaction ends nobody else counts the codes of the address. */
async function countCodes(manager: EntityManager, addressHash: Buffer, at: Date): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `padan sign-in code ${addressHash.toString('hex')}`,
  ]);
  await manager.query('DELETE FROM sign_in_codes WHERE created_at < $1', [
    new Date(at.getTime() - DAY_MS),
  ]);
  const rows = await manager.query<{ created_at: Date }[]>(
    'SELECT created_at FROM sign_in_codes WHERE address_hash = $1 ORDER BY created_at DESC',
    [addressHash],
  );
  refuseEarly(
    codeWaitMs(
      rows.map((row) => row.created_at),
      at,
    ),
  );
}
