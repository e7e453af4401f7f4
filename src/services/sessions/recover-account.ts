import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { appendAudit } from '../../audit/append-audit';
import { errors } from '../../errors';
import { type Address, normaliseAddress } from '../../identity/address';
import { keyedHash } from '../../identity/derived-keys';
import { once } from '../idempotency';
import { isInOffice, type Office } from '../offices/office-of';
import { officerOf } from '../offices/officer-of';
import { refuseOwnMatter } from '../offices/own-matter';
import { done, type Outcome, type Problem, problem, refused } from '../problems';
import { actorOf, type Viewer } from '../viewer';
import { bindAddress, createAccount, type NewAddress } from './addressed-account';
import { IDLE_MS } from './second-fact';
import { ownTokens, type SessionDeps } from './session-deps';

export interface RecoverAccount {
  clientMutationId: string;
  candidateId: string;
  /** The one that the person has now. */
  address: string;
}

/** How long the next sign-in asks for no second fact. Source: our choice. */
const TRUST_MS = 7 * 24 * 3_600_000;

/**
 * The id of a person whose account now belongs to another address: sessions, devices and former addresses are gone. A
 * person without an account gets one. The officer has seen the identity card.
 *
 * Errors: OFFICE_ONLY, SIGN_IN_ELSEWHERE; NOT_FOUND, the same for a missing person and one of another region; OWN_MATTER;
 * those of `once`. Problems: ADDRESS_INVALID, ADDRESS_TAKEN, ACCOUNT_SHARED. Cost: 15 queries.
 */
export const recoverAccount =
  (deps: SessionDeps) =>
  async (viewer: Viewer, command: RecoverAccount): Promise<Outcome<string>> => {
    const { issuer } = ownTokens(deps);
    const { runAs, clock, identity } = deps;
    const { clientMutationId, candidateId } = command;
    const office = await runAs(actorOf(viewer), officerOf);
    const address = normaliseAddress(command.address);
    if (address === null) return refused([problem('ADDRESS_INVALID', 'address')]);
    const at = clock.now();
    const addressHash = keyedHash(identity.keys.address, address.text);
    // The hash without a key that `once` keeps would tell the number to whoever tries them all.
    const body = { candidateId, address: addressHash.toString('hex') };
    const attempt = { key: clientMutationId, operation: 'recoverAccount', body, at };
    // People are read by the service: the office has no right to a person's row for this.
    return await runAs('system', (manager) =>
      once(manager, { ...attempt, accountId: viewer.accountId }, async () => {
        const person = await findPerson(manager, office, candidateId);
        await refuseOwnMatter(manager, viewer.accountId, { candidateId }, at);
        const fault = await findFault(manager, person.accountId, addressHash, at);
        if (fault !== null) return refused([fault]);
        const accountId = person.accountId ?? (await giveAccount(manager, issuer, candidateId));
        await rebind(manager, accountId, newAddress(address, addressHash, at));
        await appendAudit(manager, {
          actor: actorOf(viewer),
          action: 'account.recovered',
          subjectType: 'candidate',
          subjectId: candidateId,
        });
        return done(candidateId);
      }),
    );
  };

const newAddress = ({ kind }: Address, addressHash: Buffer, at: Date): NewAddress => ({
  ...{ addressHash, kind, at },
  trustedUntil: new Date(at.getTime() + TRUST_MS),
});

/** The person, locked until the transaction ends. Errors: NOT_FOUND. */
async function findPerson(
  manager: EntityManager,
  office: Office,
  candidateId: string,
): Promise<{ accountId: string | null }> {
  const [person] = await manager.query<{ accountId: string | null; regionCode: string | null }[]>(
    `SELECT account_id AS "accountId", region_code AS "regionCode" FROM candidates
     WHERE id = $1 AND status <> 'ERASED' FOR UPDATE`,
    [candidateId],
  );
  if (person === undefined || !isInOffice(office, person.regionCode ?? '')) {
    throw errors.object.notFound('candidateId');
  }
  return person;
}

/** Why the address cannot become that of the account; null when it can. */
async function findFault(
  manager: EntityManager,
  accountId: string | null,
  addressHash: Buffer,
  at: Date,
): Promise<Problem | null> {
  // Whoever rebinds such an account would act for the employer or office itself.
  if (accountId !== null && (await isShared(manager, accountId))) {
    return problem('ACCOUNT_SHARED', 'candidateId');
  }
  const [holder] = await manager.query<
    { accountId: string; lastSeenAt: Date; isSomebody: boolean }[]
  >(
    `SELECT a.account_id AS "accountId", a.last_seen_at AS "lastSeenAt", EXISTS (
       SELECT FROM candidates c WHERE c.account_id = a.account_id AND c.status <> 'ERASED') AS "isSomebody"
     FROM account_addresses a WHERE a.address_hash = $1 FOR UPDATE OF a`,
    [addressHash],
  );
  if (holder === undefined || holder.accountId === accountId) return null;
  const isIdle = at.getTime() - holder.lastSeenAt.getTime() >= IDLE_MS;
  const isFree = isIdle || !holder.isSomebody;
  if (isFree && !(await isShared(manager, holder.accountId))) return null;
  return problem('ADDRESS_TAKEN', 'address');
}

/** Whether an account ever acted for an employer or an office. */
async function isShared(manager: EntityManager, accountId: string): Promise<boolean> {
  const [{ found }] = await manager.query<{ found: boolean }[]>(
    `SELECT EXISTS (SELECT FROM memberships WHERE account_id = $1)
       OR EXISTS (SELECT FROM office_memberships WHERE account_id = $1) AS found`,
    [accountId],
  );
  return found;
}

async function giveAccount(
  manager: EntityManager,
  issuer: string,
  candidateId: string,
): Promise<string> {
  const accountId = await createAccount(manager, issuer, randomUUID());
  await manager.query('UPDATE candidates SET account_id = $2 WHERE id = $1', [
    candidateId,
    accountId,
  ]);
  return accountId;
}

/** Cost: 4 queries. */
async function rebind(
  manager: EntityManager,
  accountId: string,
  address: NewAddress,
): Promise<void> {
  await manager.query('DELETE FROM account_addresses WHERE account_id = $1 OR address_hash = $2', [
    accountId,
    address.addressHash,
  ]);
  await bindAddress(manager, accountId, address);
  await manager.query(
    `UPDATE sessions SET ended_at = $2, end_reason = 'RECOVERED' WHERE account_id = $1 AND ended_at IS NULL`,
    [accountId, address.at],
  );
  await manager.query('DELETE FROM known_devices WHERE account_id = $1', [accountId]);
}
