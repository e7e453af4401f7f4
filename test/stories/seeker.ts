import { askAgain } from './ask-again';

/** What a client for people on the candidate's endpoint does; each step one request. */

export interface TickBox {
  competency: { id: string };
  necessity: string;
}
export interface Suggestion {
  type: string;
  matchedText: string;
  concept: { id: string };
}
/** A vacancy that somebody would like, and what it asks for. */
export interface WantedVacancy {
  id: string;
  region: string;
  occupation: { id: string; label: string };
  competencies: string[];
}
interface OwnRecord {
  version: number;
  status: string;
  phone: string | null;
  hints: string[];
}
interface Payload {
  me: OwnRecord | null;
  userErrors: { code: string; path: string[] }[];
}
interface OwnMatch {
  scoreBp: number;
  verdict: string;
  explanation: string;
  factors: { contributionBp: number }[];
  eligibility: { result: string; reason: string }[];
}
interface Answer {
  data: Record<string, unknown> | null;
  errors?: { extensions: { code: string } }[];
}

const PAYLOAD = '{ me { version status phone hints } userErrors { code path } }';

export class Seeker {
  private token: string | null = null;
  private attempts = 0;

  constructor(private readonly address: string) {}

  async looksForVacancy(): Promise<WantedVacancy> {
    interface Found {
      id: string;
      regions: { code: string }[];
      occupation: { id: string; label: string } | null;
      requirements: { kind: string; competency: { id: string } | null }[];
    }
    const { vacancies } = await this.data<{ vacancies: { edges: { node: Found }[] } }>(
      `{ vacancies(first: 30) { edges { node { id regions { code } occupation { id label(lang: ID) }
         requirements { kind competency { id } } } } } }`,
      {},
      '/graphql',
    );
    const found = vacancies.edges
      .map(({ node }) => node)
      .find(({ occupation, regions }) => occupation !== null && regions[0].code !== 'ID');
    if (!found?.occupation) throw new Error('no vacancy names an occupation');
    return {
      id: found.id,
      region: found.regions[0].code,
      occupation: found.occupation,
      competencies: found.requirements.flatMap(({ competency }) => competency?.id ?? []),
    };
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

  async readsOwnRecord(): Promise<OwnRecord | null> {
    const { me } = await this.data<{ me: OwnRecord | null }>(
      '{ me { version status phone hints } }',
    );
    return me;
  }

  async readsConsentText(purpose: string): Promise<{ version: string; text: string }> {
    const { consentTexts } = await this.data<{
      consentTexts: { purpose: string; version: string; text: string }[];
    }>('{ consentTexts { purpose version text(lang: ID) } }');
    const found = consentTexts.find((text) => text.purpose === purpose);
    if (found === undefined) throw new Error(`no text for ${purpose}`);
    return found;
  }

  registers(profile: object, version: string): Promise<Payload> {
    return this.change(
      `mutation ($input: RegisterCandidateInput!, $version: String!) {
        registerCandidate(input: $input, consentTextVersion: $version) ${PAYLOAD} }`,
      { profile },
      { version },
    );
  }

  async beginsFromWork(text: string): Promise<TickBox[]> {
    const { guidedStart } = await this.data<{
      guidedStart: { occupations: { tickBoxes: TickBox[] }[] };
    }>(
      'query ($text: String!) { guidedStart(text: $text) { occupations { tickBoxes { necessity competency { id } } } } }',
      { text },
    );
    return guidedStart.occupations[0]?.tickBoxes ?? [];
  }

  async ticks(competencyIds: readonly string[]): Promise<void> {
    const ids = [...new Set(competencyIds)];
    if (ids.length === 0) return;
    const items = ids.map((competencyId) => ({ competencyId, level: 'EXPERT' }));
    const { userErrors } = await this.change(
      `mutation ($input: ConfirmCompetenciesInput!) { confirmCompetencies(input: $input) ${PAYLOAD} }`,
      { items },
    );
    if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  }

  async handsIn(file: Buffer): Promise<Suggestion[]> {
    const answer = await askAgain(async () => {
      const response = await fetch(`${this.address}/candidate/resume`, {
        method: 'POST',
        headers: { 'content-type': 'application/pdf', authorization: `Bearer ${this.token}` },
        body: new Uint8Array(file),
      });
      return (await response.json()) as { suggestions: Suggestion[] };
    });
    return answer.suggestions;
  }

  async listsWork(occupationId: string, from: string): Promise<void> {
    const own = await this.readsOwnRecord();
    await this.change(
      `mutation ($input: ReplaceWorkExperiencesInput!) { replaceWorkExperiences(input: $input) ${PAYLOAD} }`,
      {
        expectedVersion: own?.version,
        workExperiences: [{ title: 'Pekerjaan lama (contoh)', occupationId, from }],
      },
    );
  }

  /** The vacancies of the person's own order, or why there is none. */
  async seesMatches(): Promise<{ ids: string[]; refusal: string | null }> {
    const { data, errors } = await askAgain(() =>
      this.ask(
        '{ recommendedVacancies(first: 100) { edges { rank node { id } match { scoreBp } } } }',
        {},
      ),
    );
    const found = data as { recommendedVacancies: { edges: { node: { id: string } }[] } } | null;
    return {
      ids: found?.recommendedVacancies?.edges.map(({ node }) => node.id) ?? [],
      refusal: errors?.[0]?.extensions.code ?? null,
    };
  }

  /** The own match with a vacancy, and those with the others of the portal. */
  async looksAtMatch(id: string): Promise<{ match: OwnMatch; others: OwnMatch[] }> {
    const { vacancies } = await this.data<{
      vacancies: { edges: { node: { id: string; myMatch: OwnMatch } }[] };
    }>(
      `{ vacancies(first: 30) { edges { node { id myMatch { scoreBp verdict explanation(lang: ID)
         factors { contributionBp } eligibility { result reason } } } } } }`,
    );
    const all = vacancies.edges.map(({ node }) => node);
    const match = all.find((node) => node.id === id)?.myMatch;
    if (match === undefined) throw new Error('the vacancy is gone');
    return { match, others: all.filter((node) => node.id !== id).map(({ myMatch }) => myMatch) };
  }

  pauses(): Promise<Payload> {
    return this.change(
      `mutation ($input: JobSearchInput!) { pauseJobSearch(input: $input) ${PAYLOAD} }`,
      {},
    );
  }

  goesOn(): Promise<Payload> {
    return this.change(
      `mutation ($input: JobSearchInput!) { reconfirmJobSearch(input: $input) ${PAYLOAD} }`,
      {},
    );
  }

  private async change(query: string, input: object, variables: object = {}): Promise<Payload> {
    this.attempts += 1;
    const clientMutationId = `attempt ${this.attempts}`;
    const data = await this.data<Record<string, Payload>>(query, {
      ...variables,
      input: { clientMutationId, ...input },
    });
    return Object.values(data)[0];
  }

  private async data<T>(query: string, variables: object = {}, path?: string): Promise<T> {
    const { data, errors } = await askAgain(() => this.ask(query, variables, path));
    if (errors) throw new Error(JSON.stringify(errors));
    return data as T;
  }

  private async ask(
    query: string,
    variables: object,
    path = '/graphql/candidate',
  ): Promise<Answer> {
    const response = await fetch(`${this.address}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.token && { authorization: `Bearer ${this.token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  }
}
