import { Account } from '../../entities';
import type { RunAs } from '../transaction';

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
export const findAccount =
  (readAs: RunAs) =>
  ({ issuer, subject }: TokenSubject): Promise<Account | null> =>
    // Nobody is signed in yet, so the service itself looks.
    readAs('system', (manager) => manager.findOneBy(Account, { issuer, subject }));

/** An account by its id; null when it is gone. Cost: 1 query. */
export const readAccount =
  (readAs: RunAs) =>
  (accountId: string): Promise<Account | null> =>
    readAs(`account:${accountId}`, (manager) => manager.findOneBy(Account, { id: accountId }));
