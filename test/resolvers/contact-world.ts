import { randomBytes } from 'node:crypto';
import { withClient } from '../../src/database/bootstrap';
import {
  type Account,
  type Candidate,
  CandidateHandle,
  type Employer,
  type Vacancy,
} from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aCandidate, anAccount, anEmployerWithOwner, aVacancy, holds } from '../builders';
import { type GraphWorld, NOW, startGraphWorld } from './graph-world';

const ERRORS = 'userErrors { code path message(lang: EN) }';
const INVITATION = 'invitation { id state message sentAt expiresAt vacancy { id } }';
const STEPS = 'history { state at byKind reason }';
const APPLICATION = `application { id state appliedAt ${STEPS} vacancy { id } }`;

/** Everything that an application tells an employer. */
export const CONTACT = `contact {
  name phone email education employmentTypes availableFrom message sharedUntil region { id }
  competencies { level evidence yearsUsed lastUsedOn competency { id } }
  experiences { title employerName startedOn endedOn } }`;

const mutations = {
  inviteCandidate: ['InviteCandidateInput', INVITATION],
  respondToInvitation: ['RespondToInvitationInput', INVITATION],
  apply: ['ApplyInput', APPLICATION],
  withdrawApplication: ['WithdrawApplicationInput', APPLICATION],
  moveApplication: ['MoveApplicationInput', APPLICATION],
  grantConsent: ['GrantConsentInput', 'consent { id isLive }'],
  withdrawConsent: ['WithdrawConsentInput', 'consent { id isLive }'],
} as const;

/** What a mutation answered. */
export interface ContactPayload {
  invitation?: { id: string; state: string; message: string; expiresAt: Date } | null;
  application?: { id: string; state: string; history: { state: string; byKind: string }[] } | null;
  consent?: { id: string; isLive: boolean } | null;
  userErrors: { code: string; path: string[]; message: string }[];
}

/** Somebody with an account of their own. */
export interface Seeker {
  account: Account;
  candidate: Candidate;
}

export const SHARE = [{ purpose: 'SHARE_WITH_EMPLOYER', textVersion: '1' }];

/** An employer with an open vacancy, people who may apply, and a clock that can be set. */
export interface ContactWorld extends GraphWorld {
  employer: Employer;
  owner: Account;
  vacancy: Vacancy;
  clock: { now: Date };
  /** `who` is an account; mutations of employers are made at their endpoint, all others at the candidates'. */
  mutate(name: keyof typeof mutations, who: Account, input: object): Promise<ContactPayload>;
  aSeeker(values?: Parameters<typeof aCandidate>[1]): Promise<Seeker>;
  /** The pseudonym of somebody, who is shown to the organisation now. */
  show(seeker: Seeker, organisationId?: string): Promise<string>;
  invite(seeker: Seeker): Promise<string>;
  apply(seeker: Seeker, input?: object): Promise<string>;
  /** Runs a statement as the owner of the database. */
  asOwner(statement: string): Promise<unknown>;
  /** The first applications for the vacancy, as their employer reads them. */
  applications<T>(selection?: string, who?: Account): Promise<T[]>;
}

const ofEmployers = ['inviteCandidate', 'moveApplication'];

export async function startContactWorld(): Promise<ContactWorld> {
  const clock = { now: NOW };
  const world = await startGraphWorld({ clock: { now: () => clock.now } });
  const { employer, account: owner } = await world.seed((manager) => anEmployerWithOwner(manager));
  const vacancy = await world.seed((manager) => aVacancy(manager, { employerId: employer.id }));
  const vacancyId = encodeNodeId('Vacancy', vacancy.id);
  let keys = 0;
  const mutate: ContactWorld['mutate'] = async (name, who, input) => {
    keys += 1;
    const [type, selection] = mutations[name];
    const data = await world.data<Record<string, ContactPayload>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} ${ERRORS} } }`,
      {
        audience: ofEmployers.includes(name) ? 'employer' : 'candidate',
        accountId: who.id,
        variables: { input: { clientMutationId: `key ${keys}`, ...input } },
      },
    );
    return data[name];
  };
  const show: ContactWorld['show'] = async ({ candidate }, organisationId = employer.id) => {
    const handle = randomBytes(10).toString('hex');
    await world.seed((manager) =>
      manager.insert(CandidateHandle, { organisationId, handle, candidateId: candidate.id }),
    );
    return handle;
  };
  return Object.assign(world, {
    ...{ employer, owner, vacancy, clock, mutate, show },
    asOwner: (statement: string) => withClient(world.ownerUrl, (client) => client.query(statement)),
    aSeeker: (values = {}) =>
      world.seed(async (manager) => {
        const account = await anAccount(manager);
        const candidate = await aCandidate(manager, {
          accountId: account.id,
          competencies: [holds('patroli')],
          ...values,
        });
        return { account, candidate };
      }),
    invite: async (seeker: Seeker) => {
      const handle = await show(seeker);
      const input = { vacancyId, handle, message: 'Silakan melamar.' };
      return String((await mutate('inviteCandidate', owner, input)).invitation?.id);
    },
    apply: async ({ account }: Seeker, input = {}) =>
      String(
        (await mutate('apply', account, { vacancyId, share: SHARE, ...input })).application?.id,
      ),
    applications: async <T>(selection = CONTACT, who = owner) => {
      const { vacancyApplications } = await world.data<{
        vacancyApplications: { edges: { node: T }[] };
      }>(
        `query ($vacancyId: ID!) { vacancyApplications(vacancyId: $vacancyId) {
           edges { node { id ${selection} } } } }`,
        { accountId: who.id, variables: { vacancyId } },
      );
      return vacancyApplications.edges.map(({ node }) => node);
    },
  });
}
