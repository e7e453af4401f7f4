import type { Account, Candidate, Vacancy } from '../../../src/entities';
import type { Audience } from '../../../src/resolvers/audience';
import { encodeNodeId } from '../../../src/resolvers/node-id';
import { aCandidate, anAccount, anOfficer, aVacancy, holds, must } from '../../builders';
import { type GraphWorld, NOW, startGraphWorld } from '../../resolvers/graph-world';

export interface ObjectionAnswer {
  objection: {
    id: string;
    state: string;
    decision: string | null;
    remedies: string[];
    isOverdue: boolean;
  } | null;
  userErrors: { code: string; path: string[] }[];
}

/** Somebody with an account. */
export interface Seeker {
  account: Account;
  candidate: Candidate;
}

/** A vacancy, a person of Palu who is eligible, an officer there, and a clock that can be set. */
export interface ObjectionWorld extends GraphWorld {
  clock: { now: Date };
  vacancy: Vacancy;
  seeker: Seeker;
  officer: Account;
  aSeeker(values?: Parameters<typeof aCandidate>[1]): Promise<Seeker>;
  file(who?: Seeker, input?: object): Promise<ObjectionAnswer>;
  withdraw(who: Seeker, id: string): Promise<ObjectionAnswer>;
  take(id: string, who?: Account): Promise<ObjectionAnswer>;
  decide(id: string, input?: object, who?: Account): Promise<ObjectionAnswer>;
  /** The signed-in person's own, newest first. */
  own<T>(selection: string, who?: Seeker): Promise<T[]>;
  queue<T>(selection: string, who?: Account): Promise<T[]>;
}

const SELECTION = 'objection { id state decision remedies isOverdue } userErrors { code path }';
const inputs = {
  objectToMatch: 'ObjectToMatchInput',
  withdrawObjection: 'ObjectionInput',
  takeObjection: 'ObjectionInput',
  decideObjection: 'DecideObjectionInput',
} as const;

export async function startObjectionWorld(): Promise<ObjectionWorld> {
  const clock = { now: NOW };
  const world = await startGraphWorld({ clock: { now: () => clock.now } });
  const aSeeker: ObjectionWorld['aSeeker'] = (values = {}) =>
    world.seed(async (manager) => {
      const account = await anAccount(manager);
      const competencies = [holds('patroli', 3)];
      const person = { accountId: account.id, competencies, ...values };
      return { account, candidate: await aCandidate(manager, person) };
    });
  const requirements = [must('patroli', 2)];
  const vacancy = await world.seed((manager) => aVacancy(manager, { requirements }));
  const officer = await world.seed((manager) => anOfficer(manager));
  const seeker = await aSeeker();
  let keys = 0;
  const mutate = async (name: keyof typeof inputs, accountId: string, input: object) => {
    keys += 1;
    const audience: Audience = /^(take|decide)/.test(name) ? 'office' : 'candidate';
    const data = await world.data<Record<string, ObjectionAnswer>>(
      `mutation ($input: ${inputs[name]}!) { ${name}(input: $input) { ${SELECTION} } }`,
      { audience, accountId, variables: { input: { clientMutationId: `key ${keys}`, ...input } } },
    );
    return data[name];
  };
  const list = async <T>(
    name: string,
    audience: Audience,
    accountId: string,
    selection: string,
  ) => {
    const data = await world.data<Record<string, { edges: { node: T }[] }>>(
      `{ ${name} { edges { node { ${selection} } } } }`,
      { audience, accountId },
    );
    return data[name].edges.map(({ node }) => node);
  };
  return Object.assign(world, {
    ...{ clock, vacancy, seeker, officer, aSeeker },
    file: ({ account } = seeker, input: object = {}) =>
      mutate('objectToMatch', account.id, {
        vacancyId: encodeNodeId('Vacancy', vacancy.id),
        reason: 'Pengalaman saya tidak dihitung.',
        ...input,
      }),
    withdraw: ({ account }: Seeker, id: string) => mutate('withdrawObjection', account.id, { id }),
    take: (id: string, who = officer) => mutate('takeObjection', who.id, { id }),
    decide: (id: string, input: object = {}, who = officer) =>
      mutate('decideObjection', who.id, {
        ...{ id, upheld: true, decision: 'Data Anda kami perbaiki.', remedies: ['DATA_MENDED'] },
        ...input,
      }),
    own: <T>(selection: string, { account } = seeker) =>
      list<T>('objections', 'candidate', account.id, selection),
    queue: <T>(selection: string, who = officer) =>
      list<T>('objectionQueue', 'office', who.id, selection),
  });
}
