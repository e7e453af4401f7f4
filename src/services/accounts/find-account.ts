import { Account } from '../../entities';
import { type SharedReads, sharedReads } from '../shared-reads';
import type { RunAs } from '../transaction';

/** What a token says about who signs in. */
export interface TokenSubject {
  issuer: string;
  subject: string;
}

/** Half of the time within which the end of an account must be felt everywhere (5 s). */
const KEPT_MS = 2_000;

/**
 * The account that a token stands for, as of two seconds ago at most; null when it is not registered here or erased.
 *
 * Cost: 1 query for all tokens that are asked about at one time.
 */
export function findAccount({
  readAs,
}: {
  readAs: RunAs;
}): SharedReads<TokenSubject, Pick<Account, 'id'> | null> {
  return sharedReads<TokenSubject, Pick<Account, 'id'> | null>(
    async (tokens) => {
      // Nobody is signed in yet, so the service itself looks.
      const rows = await readAs('system', (manager) =>
        manager.query<(TokenSubject & Pick<Account, 'id'>)[]>(
          `SELECT id, issuer, subject FROM accounts
           JOIN unnest($1::text[], $2::text[]) AS token (issuer, subject) USING (issuer, subject)`,
          [tokens.map(({ issuer }) => issuer), tokens.map(({ subject }) => subject)],
        ),
      );
      const byToken = new Map(rows.map((row) => [keyOf(row), { id: row.id }]));
      return tokens.map((token) => byToken.get(keyOf(token)) ?? null);
    },
    { keyOf, keptMs: KEPT_MS },
  );
}

const keyOf = ({ issuer, subject }: TokenSubject) => JSON.stringify([issuer, subject]);

/** An account by its id; null when it is gone. Cost: 1 query. */
export const readAccount =
  (readAs: RunAs) =>
  (accountId: string): Promise<Account | null> =>
    readAs(`account:${accountId}`, (manager) => manager.findOneBy(Account, { id: accountId }));
