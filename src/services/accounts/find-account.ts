import type { Clock } from '../../clock';
import { Account } from '../../entities';
import type { RunAs } from '../transaction';

/** What a token says about who signs in. */
export interface TokenSubject {
  issuer: string;
  subject: string;
}

/** How long an account that is gone may still be taken for known; its memberships are asked for each time. */
const REMEMBERED_MS = 5_000;
const MAX_REMEMBERED = 10_000;

/**
 * The account that a token stands for; null when it is not registered here.
 *
 * Cost: 1 query, none within five seconds.
 */
export function findAccount({ readAs, clock }: { readAs: RunAs; clock: Clock }) {
  const remembered = new Map<string, { account: Account; untilMs: number }>();
  return async ({ issuer, subject }: TokenSubject): Promise<Account | null> => {
    const key = JSON.stringify([issuer, subject]);
    const nowMs = clock.now().getTime();
    const known = remembered.get(key);
    if (known && nowMs < known.untilMs) return known.account;
    // Nobody is signed in yet, so the service itself looks.
    const account = await readAs('system', (manager) =>
      manager.findOneBy(Account, { issuer, subject }),
    );
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    if (account) remembered.set(key, { account, untilMs: nowMs + REMEMBERED_MS });
    return account;
  };
}

/** An account by its id; null when it is gone. Cost: 1 query. */
export const readAccount =
  (readAs: RunAs) =>
  (accountId: string): Promise<Account | null> =>
    readAs(`account:${accountId}`, (manager) => manager.findOneBy(Account, { id: accountId }));
