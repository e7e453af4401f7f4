import type { Account } from '../../src/entities';
import { QUESTIONS_AN_HOUR } from '../../src/services/matching/question-budget';
import { aCandidate, aMembership, anAccount, anEmployerWithOwner, holds } from '../builders';
import { type GraphWorld, startGraphWorld } from './graph-world';

let world: GraphWorld;
let account: Account;

beforeAll(async () => {
  world = await startGraphWorld();
  account = await world.seed(async (manager) => {
    for (let number = 0; number < 12; number++) {
      await aCandidate(manager, {
        education: 'SMA',
        competencies: [holds('patroli', 3), ...(number < 5 ? [holds('cctv', 3)] : [])],
        experiences: [{ occupationId: 'satpam-security' }],
      });
    }
    return (await anEmployerWithOwner(manager)).account;
  });
  await world.refresh();
});

afterAll(async () => {
  await world.stop();
});

const QUERY = `query ($text: String!) { draftVacancy(text: $text) { title occupation { label(lang: ID) }
  requirements { kind necessity competency { label } education minMonths origin matchedText confidenceBp }
  regions { code } employmentType wageMin wageMax wageUnit
  reach { eligible { value text } strong { text } } costliest { requirementIndex excludedOnlyBy { text } } } }`;
const AD = `*LOWONGAN KERJA* 📢
PT Aman Sentosa
Dibutuhkan: *Satpam*

Syarat:
- pendidikan minimal SMA
- pengalaman minimal 1 tahun
- bisa mengoperasikan CCTV
Penempatan: Kota Palu
Gaji 3,7 - 4,2 juta per bulan, kontrak`;

interface Drafted {
  draftVacancy: {
    title: string;
    requirements: { kind: string; necessity: string; matchedText: string; origin: string }[];
    reach: { eligible: { value: number } };
    costliest: { requirementIndex: number } | null;
  };
}
const asking = (text: string, who = account) => ({ accountId: who.id, variables: { text } });

describe('draftVacancy', () => {
  it('reads title, occupation, conditions, place and pay of a pasted advertisement', async () => {
    const { draftVacancy } = await world.data<Drafted>(QUERY, asking(AD));
    expect(draftVacancy).toMatchObject({
      title: 'Satpam',
      occupation: { label: expect.stringMatching(/satpam/i) },
      regions: [{ code: '72.71' }],
      employmentType: 'FIXED_TERM',
      wageMin: '3700000',
      wageMax: '4200000',
      wageUnit: 'MONTH',
      reach: { eligible: { value: 12 } },
    });
    expect(draftVacancy.requirements).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'COMPETENCY', matchedText: 'CCTV', origin: 'EXPLICIT' }),
        expect.objectContaining({ kind: 'EDUCATION', education: 'SMA' }),
        expect.objectContaining({ kind: 'EXPERIENCE', minMonths: 12 }),
      ]),
    );
    expect(draftVacancy.requirements.map(({ necessity }) => necessity)).not.toContain('MUST');
  });

  it('drafts something of a text that names nothing', async () => {
    const { draftVacancy } = await world.data<Drafted>(QUERY, asking('xyzzy'));
    expect(draftVacancy).toMatchObject({ title: 'xyzzy', requirements: [], costliest: null });
  });

  it.each(['', ' \n ', 'a\u202Eb'])('refuses %j', async (text) => {
    const { errors } = await world.ask(QUERY, asking(text));
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'BAD_USER_INPUT', field: ['text'] });
  });

  it.each(['*', '📢', '\n-\n', AD.repeat(60).slice(0, 10_000)])('bears %j', async (text) => {
    const { draftVacancy } = await world.data<Drafted>(QUERY, asking(text));
    expect(draftVacancy.title.length).toBeLessThanOrEqual(200);
  });

  it('refuses a text too long and whoever is not signed in', async () => {
    const long = await world.ask(QUERY, asking('x'.repeat(10_001)));
    expect(long.errors).toHaveLength(1);
    const nobody = await world.ask(QUERY, {
      ...asking(AD),
      accountId: undefined,
      audience: 'employer',
    });
    expect(nobody.errors?.[0]?.originalError).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('writes nothing but that it was asked, and keeps to a few statements', async () => {
    await world.data(QUERY, asking(AD));
    const statements = await world.statementsOf(QUERY, asking(AD));
    expect(statements.length).toBeLessThanOrEqual(7);
    const writing = statements.filter((sql) => !/^SELECT/i.test(sql.trim()));
    expect(writing.filter((sql) => !sql.includes('asked_questions'))).toEqual([]);
  });

  it('is not for a job seeker', async () => {
    const seeker = await world.seed((manager) => anAccount(manager));
    const { errors } = await world.ask(QUERY, asking(AD, seeker));
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'EMPLOYER_ONLY' });
  });

  it('draws on the budget of the organisation, whoever of it asks', async () => {
    const { other, colleague } = await world.seed(async (manager) => {
      const { employer, account: owner } = await anEmployerWithOwner(manager);
      const second = await anAccount(manager);
      await aMembership(manager, { accountId: second.id, employerId: employer.id });
      return { other: owner, colleague: second };
    });
    const text = (months: number) => `satpam, pengalaman ${months + 1} bulan`;
    for (let count = 0; count < QUESTIONS_AN_HOUR; count++) {
      await world.data(QUERY, asking(text(count), other));
    }
    for (const asker of [other, colleague]) {
      const { errors } = await world.ask(QUERY, asking(text(QUESTIONS_AN_HOUR), asker));
      expect(errors?.[0]?.originalError).toMatchObject({ code: 'SIMULATION_BUDGET_SPENT' });
    }
  });
});
