import type { Account, Candidate } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aCandidate, anAccount } from '../builders';
import type { GraphWorld } from '../resolvers/graph-world';

/** A person who signed in. */
export interface SignedIn {
  account: Account;
  person: Candidate;
}

/** Somebody with an account of their own. */
export const signedIn = (world: GraphWorld, values: Parameters<typeof aCandidate>[1] = {}) =>
  world.seed(async (manager): Promise<SignedIn> => {
    const account = await anAccount(manager);
    return { account, person: await aCandidate(manager, { accountId: account.id, ...values }) };
  });

/** How an account asks on the candidate's endpoint. */
export const as = ({ id }: Pick<Account, 'id'>, variables: Record<string, unknown> = {}) => ({
  audience: 'candidate' as const,
  accountId: id,
  variables,
});

/** Code and path of each thing that a mutation was refused for. */
export const problemsOf = ({ userErrors }: { userErrors: { code: string; path: string[] }[] }) =>
  userErrors.map(({ code, path }) => [code, path.join('.')]);

/** The kinds of changes of a person that were announced, in order. */
export const announced = async (world: GraphWorld, candidateId: string): Promise<string[]> => {
  const rows: { kind: string }[] = await world.seed((manager) =>
    manager.query('SELECT kind FROM outbox WHERE aggregate_id = $1 ORDER BY id', [candidateId]),
  );
  return rows.map(({ kind }) => kind);
};

export const competencyId = (key: string) => encodeNodeId('Competency', key);
export const occupationId = (key: string) => encodeNodeId('Occupation', key);
