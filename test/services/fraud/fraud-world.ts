import type { Account, Vacancy } from '../../../src/entities';
import { anEmployer, anOfficer, aVacancy } from '../../builders';
import { type GraphWorld, startGraphWorld } from '../../resolvers/graph-world';

export const CODE = '7K2M9QXD40';

interface Payload {
  receipt: string | null;
  userErrors: { code: string; path: string[] }[];
}

/** A vacancy of Palu with a code, and an officer there. */
export interface FraudWorld extends GraphWorld {
  vacancy: Vacancy;
  officer: Account;
  /** Anybody reports; by default under a key of its own. */
  report(values?: object): Promise<Payload>;
  verify<T = Record<string, unknown>>(code?: string, selection?: string): Promise<T>;
  /** What an officer sees. */
  reports<T = { id: string; state: string; text: string }>(
    who?: Account,
    selection?: string,
  ): Promise<T[]>;
  decide(id: string, input?: object, who?: Account): Promise<DecisionPayload>;
}

interface DecisionPayload {
  report: { state: string; note: string } | null;
  userErrors: { code: string; path: string[] }[];
}

const REPORT = `mutation ($key: String!, $code: String, $url: String, $text: String!) {
  reportFraud(clientMutationId: $key, verifyCode: $code, url: $url, text: $text) {
    receipt userErrors { code path } } }`;
const DECIDE = `mutation ($input: DecideFraudReportInput!) {
  decideFraudReport(input: $input) { report { state note } userErrors { code path } } }`;

export async function startFraudWorld(): Promise<FraudWorld> {
  const world = await startGraphWorld();
  const vacancy = await world.seed(async (manager) => {
    const employer = await anEmployer(manager, { regionCode: '72.71' });
    return await aVacancy(manager, { employerId: employer.id, verifyCode: CODE });
  });
  const officer = await world.seed((manager) => anOfficer(manager));
  let keys = 0;
  const nextKey = () => {
    keys += 1;
    return `key ${keys}`;
  };
  return Object.assign(world, {
    ...{ vacancy, officer },
    report: async (values: object = {}) => {
      const text = 'Diminta membayar seragam.';
      const variables = { key: nextKey(), code: CODE, text, ...values };
      const data = await world.data<{ reportFraud: Payload }>(REPORT, { variables });
      return data.reportFraud;
    },
    verify: async <T>(code = CODE, selection = 'outcome state vacancy { title }') => {
      const data = await world.data<{ verifyVacancy: T }>(
        `query ($code: String!) { verifyVacancy(code: $code) { ${selection} } }`,
        { variables: { code } },
      );
      return data.verifyVacancy;
    },
    reports: async <T>(who = officer, selection = 'id state text') => {
      const data = await world.data<{ fraudReports: { edges: { node: T }[] } }>(
        `{ fraudReports(first: 50) { edges { node { ${selection} } } } }`,
        { audience: 'office', accountId: who.id },
      );
      return data.fraudReports.edges.map(({ node }) => node);
    },
    decide: async (id: string, input: object = {}, who = officer) => {
      const decision = { outcome: 'CONFIRMED', note: 'Diperiksa di tempat.', closeVacancy: true };
      const data = await world.data<{ decideFraudReport: DecisionPayload }>(DECIDE, {
        ...{ audience: 'office', accountId: who.id },
        variables: { input: { clientMutationId: nextKey(), id, ...decision, ...input } },
      });
      return data.decideFraudReport;
    },
  });
}
