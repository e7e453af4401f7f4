import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Account, AccountAddress } from '../../entities';
import type { AddressKind } from '../../entities/vocabulary';

/** How an account is shown that has not said its name yet. */
const NAMELESS = 'Akun baru';

/** The account of an address, as sign-in needs to know it. */
export interface AddressedAccount {
  readonly accountId: string;
  readonly lastSeenAt: Date;
  readonly trustedUntil: Date | null;
  readonly failures: number;
  /** Whether it works for a labour office now, in any role. */
  readonly isOffice: boolean;
}

/** The account of an address; null when nobody has signed in with it. Its row stays locked. Cost: 1 query. */
export async function findAddressed(
  manager: EntityManager,
  addressHash: Buffer,
  at: Date,
): Promise<AddressedAccount | null> {
  const [row] = await manager.query<AddressedAccount[]>(
    `SELECT a.account_id AS "accountId", a.last_seen_at AS "lastSeenAt", a.trusted_until AS "trustedUntil",
       a.failures, EXISTS (SELECT FROM office_memberships o WHERE o.account_id = a.account_id
         AND o.starts_at <= $2 AND (o.ends_at IS NULL OR o.ends_at > $2)) AS "isOffice"
     FROM account_addresses a WHERE a.address_hash = $1 FOR UPDATE OF a`,
    [addressHash, at],
  );
  return row ?? null;
}

export interface NewAddress {
  readonly addressHash: Buffer;
  readonly kind: AddressKind;
  readonly at: Date;
  readonly trustedUntil?: Date;
}

/** Gives an account an address. Cost: 1 query. */
export async function bindAddress(
  manager: EntityManager,
  accountId: string,
  { at, ...address }: NewAddress,
): Promise<void> {
  await manager.insert(AccountAddress, { ...address, accountId, boundAt: at, lastSeenAt: at });
}

export interface AddressHolder extends NewAddress {
  readonly issuer: string;
  readonly displayName: string;
}

/** The account of an address, which is made when nobody has signed in with it yet; its id. Cost: 1 to 3 queries. */
export async function accountOfAddress(
  manager: EntityManager,
  { issuer, displayName, ...address }: AddressHolder,
): Promise<string> {
  const known = await findAddressed(manager, address.addressHash, address.at);
  if (known !== null) return known.accountId;
  const accountId = await createAccount(manager, issuer, randomUUID(), displayName);
  await bindAddress(manager, accountId, address);
  return accountId;
}

/**
 * A new account of this service; its id. In the accounts' own table it stands under itself, since it has no name
 * elsewhere.
 *
 * Cost: 1 query.
 */
export async function createAccount(
  manager: EntityManager,
  issuer: string,
  id: string,
  displayName = NAMELESS,
): Promise<string> {
  await manager.insert(Account, { id, issuer, subject: id, displayName });
  return id;
}
