import type { EntityManager } from 'typeorm';
import { Account } from '../../entities';

/** What a token says about who signs in. */
export interface TokenSubject {
  issuer: string;
  subject: string;
}

/**
 * The account that a token stands for; null when it is not registered here.
 *
 * Cost: 1 query.
 */
export function findAccount(
  manager: EntityManager,
  { issuer, subject }: TokenSubject,
): Promise<Account | null> {
  return manager.findOneBy(Account, { issuer, subject });
}
