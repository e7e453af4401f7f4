import { askAgain } from './ask-again';

/** What a client for employers does, and what an officer's does; each step one request. */

interface Payload {
  employer: { id: string; verification: string } | null;
  vacancy: { id: string; slug: string; state: string } | null;
  userErrors: { code: string; path: string[] }[];
}
export interface Place {
  rank: number;
  scoreBp: number;
  withheld: string | null;
  node: { handle: string } | null;
  match: { explanation: string; factors: { contributionBp: number }[] } | null;
}
interface Ranking {
  totalConsidered: number;
  totalEligible: number;
  edges: Place[];
}

const ERRORS = 'userErrors { code path }';

/** Somebody who signs in with a telephone and acts for an employer. */
export class EmployerClient {
  private token: string | null;
  private attempts = 0;

  constructor(
    private readonly address: string,
    private readonly path = '/graphql/employer',
    token: string | null = null,
  ) {
    this.token = token;
  }

  async asksForCode(address: string): Promise<void> {
    await this.data(
      'mutation ($address: String!) { requestSignInCode(address: $address) { expiresAt } }',
      { address },
    );
  }

  async signsIn(address: string, code: string): Promise<void> {
    const { signIn } = await this.data<{ signIn: { session: { accessToken: string } } }>(
      `mutation ($address: String!, $code: String!) {
        signIn(address: $address, code: $code) { session { accessToken } } }`,
      { address, code },
    );
    this.token = signIn.session.accessToken;
  }

  async readsOwnEmployers(): Promise<string[]> {
    const { viewer } = await this.data<{ viewer: { employers: { id: string }[] } }>(
      '{ viewer { employers { id } } }',
    );
    return viewer.employers.map(({ id }) => id);
  }

  registers(input: object): Promise<Payload> {
    return this.change('registerEmployer', 'RegisterEmployerInput', 'employer', input);
  }

  /** The next one in the queue of the office. */
  async findsWaiting(name: string): Promise<string | undefined> {
    const { verificationQueue } = await this.data<{
      verificationQueue: { edges: { node: { employer: { id: string; name: string } } }[] };
    }>('{ verificationQueue(first: 100) { edges { node { employer { id name } } } } }');
    const employers = verificationQueue.edges.map(({ node }) => node.employer);
    return employers.find((employer) => employer.name === name)?.id;
  }

  decides(employerId: string, decision: string, reason: string): Promise<Payload> {
    const input = { employerId, decision, reason };
    return this.change('decideVerification', 'DecideVerificationInput', 'employer', input);
  }

  async draftsFrom(text: string): Promise<{ title: string; occupation: { id: string } | null }> {
    const { draftVacancy } = await this.data<{
      draftVacancy: { title: string; occupation: { id: string } | null };
    }>('query ($text: String!) { draftVacancy(text: $text) { title occupation { id } } }', {
      text,
    });
    return draftVacancy;
  }

  writesVacancy(employerId: string, content: object): Promise<Payload> {
    const input = { employerId, content };
    return this.change('createVacancy', 'CreateVacancyInput', 'vacancy', input);
  }

  publishes(id: string): Promise<Payload> {
    return this.change('publishVacancy', 'PublishVacancyInput', 'vacancy', { id });
  }

  async ranks(id: string): Promise<Ranking> {
    const { vacancy } = await this.data<{ vacancy: { rankedCandidates: Ranking } }>(
      `query ($id: ID!) { vacancy(id: $id) { rankedCandidates(first: 20) { totalConsidered totalEligible
         edges { rank scoreBp withheld node { handle } match { explanation(lang: ID) factors { contributionBp } } } } } }`,
      { id },
    );
    return vacancy.rankedCandidates;
  }

  private async change(
    name: string,
    type: string,
    what: 'employer' | 'vacancy',
    input: object,
  ): Promise<Payload> {
    this.attempts += 1;
    const fields =
      what === 'employer' ? 'employer { id verification }' : 'vacancy { id slug state }';
    const data = await this.data<Record<string, Payload>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} ${ERRORS} } }`,
      { input: { clientMutationId: `attempt ${this.attempts}`, ...input } },
    );
    return data[name];
  }

  private async data<T>(query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await askAgain(() => this.ask<T>(query, variables));
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  private async ask<T>(query: string, variables: object): Promise<{ data: T; errors?: unknown }> {
    const response = await fetch(`${this.address}${this.path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data: T; errors?: unknown };
  }
}
