import { OutboxEvent, UnresolvedTerm } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aCandidate, anEmployerWithOwner, aVacancy, holds, must, nice, should } from '../builders';
import { type GraphWorld, startGraphWorld } from './graph-world';

let world: GraphWorld;

beforeAll(async () => {
  world = await startGraphWorld();
  await world.seed(async (manager) => {
    await aVacancy(manager, {
      title: 'Juru las',
      occupationId: 'tukang-las',
      requirements: [
        must('las-smaw'),
        nice('p3k'),
        { kind: 'EDUCATION', education: 'SMA', necessity: 'SHOULD' },
        { kind: 'EXPERIENCE', minMonths: 24, necessity: 'SHOULD' },
      ],
    });
    await aVacancy(manager, { title: 'Satpam', requirements: [must('patroli')] });
    await aVacancy(manager, {
      title: 'Juru las Jawa',
      occupationId: 'tukang-las',
      regionCodes: ['31'],
      requirements: [must('las-smaw')],
    });
  });
  await world.refresh();
});

afterAll(async () => {
  await world.stop();
});

interface Answer {
  matchMe: {
    considered: number;
    eligible: number;
    understood: { type: string; matchedText: string; concept: { label: string } }[];
    used: Record<string, unknown>;
    matches: {
      rank: number;
      vacancy: { title: string };
      match: { scoreBp: number; factors: { contributionBp: number }[]; gaps: object[] };
    }[];
  };
}

const QUERY = `query ($text: String, $competencyIds: [ID!], $occupationIds: [ID!], $regionCode: String, $first: Int) {
  matchMe(text: $text, competencyIds: $competencyIds, occupationIds: $occupationIds, regionCode: $regionCode, first: $first) {
    considered eligible
    understood { type matchedText confidenceBp isResolved concept { label(lang: ID) } }
    used { competencies { label } assumedCompetencies { label } occupations { label } region { code }
      education experienceMonths }
    matches { rank tiedWith vacancy { title employer { name } regions { name } }
      match { scoreBp verdict explanation factors { factor contributionBp requirement { competency { label } } }
        gaps { missing { label } } } }
  }
}`;
const ask = async (variables: Record<string, unknown>) =>
  (await world.data<Answer>(QUERY, { variables: { first: 20, ...variables } })).matchMe;

describe('matchMe', () => {
  it('understands a sentence and puts the best vacancy in reach first', async () => {
    const answer = await ask({
      text: 'saya bisa las listrik, lulusan SMK, pengalaman 3 tahun, tinggal di Palu Barat',
    });
    expect(answer.considered).toBe(3);
    expect(answer.eligible).toBe(1);
    expect(answer.used).toMatchObject({
      region: { code: '72.71.02' },
      education: 'SMK',
      experienceMonths: 36,
    });
    expect(answer.understood[0]).toMatchObject({ type: 'COMPETENCY', matchedText: 'las listrik' });
    expect(answer.matches).toMatchObject([{ rank: 1, vacancy: { title: 'Juru las' } }]);
    const { match } = answer.matches[0] ?? { match: { scoreBp: 0, factors: [], gaps: [] } };
    const sum = match.factors.reduce((total, factor) => total + factor.contributionBp, 0);
    expect(sum).toBe(match.scoreBp);
    expect(match.gaps).toEqual([{ missing: { label: 'Pertolongan pertama' } }]);
  });

  it('assumes of an occupation what its work cannot do without, and says so', async () => {
    const answer = await ask({ occupationIds: [encodeNodeId('Occupation', 'satpam-security')] });
    expect(answer.used.competencies).toEqual([]);
    expect(answer.used.assumedCompetencies).toContainEqual({
      label: expect.stringMatching(/atroli/),
    });
    expect(answer.matches.map((match) => match.vacancy.title)).toContain('Satpam');
  });

  it.each([
    ['tukang las 3 tahun, lulusan SMK', 36],
    ['tukang las, umur 25 tahun', null],
    ['tukang las, usia 30 tahun', null],
  ])('reads the length of work in "%s" and no age', async (text, experienceMonths) => {
    const { used, understood } = await ask({ text });
    expect(used).toMatchObject({ experienceMonths });
    expect(understood.map(({ matchedText }) => matchedText)).not.toContain('lulusan');
  });

  it('takes what is chosen before what is said', async () => {
    const answer = await ask({
      text: 'las listrik di Palu Barat',
      regionCode: '31',
      competencyIds: [encodeNodeId('Competency', 'las-smaw')],
    });
    expect(answer.used).toMatchObject({ region: { code: '31' } });
    expect(answer.matches.map((match) => match.vacancy.title)).toEqual(['Juru las Jawa']);
  });

  it('answers nothing to nothing', async () => {
    expect(await ask({ text: ' ' })).toMatchObject({ understood: [], matches: [], considered: 3 });
  });

  it('gives the number that the employer sees for the same person', async () => {
    const { account, vacancy } = await world.seed(async (manager) => {
      const owner = await anEmployerWithOwner(manager);
      const same = await aVacancy(manager, {
        employerId: owner.employer.id,
        requirements: [must('patroli'), should('cctv')],
      });
      await aCandidate(manager, {
        regionCode: '72.71.01',
        education: null,
        competencies: [holds('patroli', 3)],
      });
      return { account: owner.account, vacancy: same };
    });
    await world.refresh();
    const ranking = await world.data<{
      vacancy: { rankedCandidates: { edges: { match: { scoreBp: number } }[] } };
    }>(
      'query ($id: ID!) { vacancy(id: $id) { rankedCandidates { edges { match { scoreBp } } } } }',
      { accountId: account.id, variables: { id: encodeNodeId('Vacancy', vacancy.id) } },
    );
    const mine = await ask({
      competencyIds: [encodeNodeId('Competency', 'patroli')],
      regionCode: '72.71.01',
    });
    expect(mine.matches.map((match) => match.match.scoreBp)).toContain(
      ranking.vacancy.rankedCandidates.edges[0]?.match.scoreBp,
    );
  });

  it('writes nothing', async () => {
    const counts = () =>
      world.seed(async (manager) => [
        await manager.count(UnresolvedTerm),
        await manager.count(OutboxEvent),
      ]);
    const before = await counts();
    const statements = await world.statementsOf(QUERY, {
      variables: { first: 20, text: 'saya bisa xyzzy las' },
    });
    expect(await counts()).toEqual(before);
    expect(statements.filter((sql) => !/^[\s(]*(SELECT|WITH)/i.test(sql))).toEqual([]);
  });

  it('needs as many statements for many matches as for one', async () => {
    await world.seed(async (manager) => {
      for (let number = 0; number < 10; number++) {
        await aVacancy(manager, { requirements: [must('las-smaw'), must('p3k')] });
      }
    });
    await world.refresh();
    const text = 'las listrik dan p3k';
    const one = await world.statementsOf(QUERY, { variables: { text, first: 1 } });
    const many = await world.statementsOf(QUERY, { variables: { text, first: 50 } });
    expect(many.length).toBeLessThanOrEqual(one.length + 1);
  });

  it.each([0, 51])('refuses %i matches', async (first) => {
    const { errors } = await world.ask(QUERY, { variables: { first } });
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'BAD_USER_INPUT', field: ['first'] });
  });

  it('tells the match with one open vacancy, also to who is not eligible', async () => {
    const slugs = await world.seed(async (manager) => {
      const open = await aVacancy(manager, { requirements: [must('patroli')] });
      const closed = await aVacancy(manager, { state: 'CLOSED', closedAt: new Date() });
      return { open: open.slug, closed: closed.slug };
    });
    await world.refresh();
    const { matchMe } = await world.data<{ matchMe: Record<string, object | null> }>(
      `query ($open: String!, $closed: String!) { matchMe(text: "las listrik", first: 1) {
        open: match(slug: $open) { verdict eligibility { result } }
        closed: match(slug: $closed) { verdict }
        missing: match(slug: "tidak-ada") { verdict } } }`,
      { variables: slugs },
    );
    expect(matchMe).toMatchObject({
      open: { verdict: 'NOT_ELIGIBLE', eligibility: expect.arrayContaining([{ result: 'FAIL' }]) },
      closed: null,
      missing: null,
    });
  });

  it('says which small changes would lift the score, in both languages', async () => {
    const query = `query ($first: Int!) { matchMe(text: "saya bisa las listrik, lulusan SMP, pengalaman 3 bulan, tinggal di Palu Barat", first: 1) {
      matches { match { scoreBp counterfactuals(first: $first) { kind newScoreBp newRank newVerdict level education months
        requirement { kind } text id: text(lang: ID) en: text(lang: EN) } } } } }`;
    interface Found {
      matchMe: {
        matches: {
          match: {
            scoreBp: number;
            counterfactuals: {
              newScoreBp: number;
              newRank: number | null;
              kind: string;
              id: string;
              en: string;
            }[];
          };
        }[];
      };
    }
    const { matchMe } = await world.data<Found>(query, { variables: { first: 3 } });
    const { scoreBp, counterfactuals } = matchMe.matches[0]?.match ?? {
      scoreBp: 0,
      counterfactuals: [],
    };
    expect(counterfactuals).toHaveLength(3);
    for (const one of counterfactuals) {
      expect(one.newScoreBp).toBeGreaterThan(scoreBp);
      // Whoever describes invented people must not count those above them.
      expect(one.newRank).toBeNull();
      expect(one.id).toMatch(/^Bila .+: skor menjadi [\d.]+, .+\.$/);
      expect(one.en).toMatch(/^With .+: the score becomes [\d,]+, .+\.$/);
    }
    expect(counterfactuals.map(({ kind }) => kind)).not.toContain('REQUIREMENT_DROPPED');
    for (const first of [0, 4, -1]) {
      const refused = await world.ask(query, { variables: { first } });
      expect(refused.errors?.[0]?.originalError).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });
});
