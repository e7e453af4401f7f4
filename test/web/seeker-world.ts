import type { CodeMessage } from '../../src/identity/delivery/delivery';
import { anIdentity } from '../doubles/identity';
import { startTestApp, type TestApp } from '../support/test-app';
import { takeTime } from './unhurried';

/** A vacancy of a demo employer that somebody would like. */
export interface Wanted {
  readonly id: string;
  readonly slug: string;
  readonly occupation: string;
  readonly skills: readonly string[];
  /** Who may read applications for it. */
  readonly employerToken: string;
}

export interface SeekerWorld extends TestApp {
  /** Codes that were sent. */
  readonly sent: CodeMessage[];
  findWanted(): Promise<Wanted>;
  /** Invites the first of the order, who is then asked by these words. */
  inviteFirst(wanted: Wanted, message: string): Promise<void>;
  /** Names of people whose applications the employer reads. */
  readApplicants(wanted: Wanted): Promise<(string | null)[]>;
}

/** The whole service with an invented world, whose codes the test reads. */
export async function startSeekerWorld(): Promise<SeekerWorld> {
  takeTime();
  const sent: CodeMessage[] = [];
  // Who sends what is told by a proxy: many people come from this machine.
  const settings = { TRUSTED_PROXIES: 'loopback' };
  const app = await startTestApp({}, { identity: anIdentity(sent) }, settings);
  const ask = async <T>(token: string, query: string, variables: object = {}): Promise<T> => {
    const response = await fetch(`${app.address}/graphql/employer`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  return {
    ...app,
    sent,
    findWanted: async () => {
      const employerToken = await app.token('demo-employer-1');
      const { viewer } = await ask<OwnVacancies>(employerToken, OWN_VACANCIES);
      const nodes = viewer.employers
        .filter(({ verification }) => verification === 'VERIFIED')
        .flatMap(({ vacancies }) => vacancies.edges.map(({ node }) => node));
      const found = nodes.find(
        ({ occupation, regions }) => occupation !== null && regions[0]?.code.startsWith('72'),
      );
      if (!found?.occupation)
        throw new Error('no vacancy of the demo employer names an occupation');
      const { id, slug, occupation, requirements } = found;
      const skills = requirements.flatMap(({ competency }) => competency?.label ?? []);
      return { id, slug, occupation: occupation.label, skills, employerToken };
    },
    inviteFirst: async ({ id, employerToken }, message) => {
      const { vacancy } = await ask<Ranked>(
        employerToken,
        'query ($id: ID!) { vacancy(id: $id) { rankedCandidates(first: 1) { edges { node { handle } } } } }',
        { id },
      );
      const handle = vacancy.rankedCandidates.edges[0]?.node?.handle;
      const { inviteCandidate } = await ask<{ inviteCandidate: { userErrors: object[] } }>(
        employerToken,
        'mutation ($input: InviteCandidateInput!) { inviteCandidate(input: $input) { userErrors { code } } }',
        { input: { clientMutationId: message, vacancyId: id, handle, message } },
      );
      if (inviteCandidate.userErrors.length > 0) throw new Error('nobody was invited');
    },
    readApplicants: async ({ id, employerToken }) => {
      const { vacancyApplications } = await ask<Applicants>(
        employerToken,
        'query ($id: ID!) { vacancyApplications(vacancyId: $id, first: 20) { edges { node { contact { name } } } } }',
        { id },
      );
      return vacancyApplications.edges.map(({ node }) => node.contact?.name ?? null);
    },
  };
}

interface OwnVacancies {
  viewer: {
    employers: {
      verification: string;
      vacancies: {
        edges: {
          node: {
            id: string;
            slug: string;
            regions: { code: string }[];
            occupation: { label: string } | null;
            requirements: { competency: { label: string } | null }[];
          };
        }[];
      };
    }[];
  };
}
interface Ranked {
  vacancy: { rankedCandidates: { edges: { node: { handle: string } | null }[] } };
}
interface Applicants {
  vacancyApplications: { edges: { node: { contact: { name: string } | null } }[] };
}

const OWN_VACANCIES = `{ viewer { employers { verification vacancies(first: 20, states: [PUBLISHED]) { edges { node {
  id slug regions { code } occupation { label } requirements { competency { label } } } } } } } }`;
