import { asActor } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import type { CodeMessage } from '../../src/identity/delivery/delivery';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { addOfficer } from '../../src/services/offices/add-officer';
import { anIdentity } from '../doubles/identity';
import { startTestApp, type TestApp } from '../support/test-app';
import { EmployerClient } from './employer';

const sent: CodeMessage[] = [];
const OFFICER = 'officer-of-the-story';
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ people: 800 }, { identity: anIdentity(sent) });
  // An office has its first officer from the command line, as `padan office add` does it.
  const dataSource = await createDataSource(app.databaseUrl).initialize();
  await asActor(dataSource, 'system', (manager) =>
    addOfficer(
      manager,
      {
        ...{ issuer: 'padan-development', subject: OFFICER, displayName: 'Petugas (contoh)' },
        ...{ regionCode: '72.71', role: 'OFFICER' },
      },
      new Date(),
    ),
  );
  await dataSource.destroy();
}, 120_000);
afterAll(() => app.stop());

const PHONE = '0812 1111 2222';
const PATROL = encodeNodeId('Competency', 'patroli');
const NAME = 'Toko Baru (contoh)';

describe('a new employer', () => {
  it('goes from nothing to a ranked vacancy, through the API alone', async () => {
    const employer = new EmployerClient(app.address);

    // A telephone is enough to sign in; nobody acts for anybody by that.
    await employer.asksForCode(PHONE);
    await employer.signsIn(PHONE, sent.at(-1)?.code ?? '');
    expect(await employer.readsOwnEmployers()).toEqual([]);

    // The business number is checked for its form; the office checks the rest.
    const form = { name: NAME, regionCode: '72.71', businessIdNumber: '12345' };
    expect((await employer.registers(form)).userErrors).toMatchObject([
      { code: 'BUSINESS_NUMBER_INVALID' },
    ]);
    const registered = await employer.registers({ ...form, businessIdNumber: '9120304050607' });
    expect(registered.employer).toMatchObject({ verification: 'PENDING' });
    const employerId = registered.employer?.id ?? '';
    expect(await employer.readsOwnEmployers()).toEqual([employerId]);

    // A vacancy can be written and is ranked at once, but nobody is shown to who was not verified.
    const draft = await employer.draftsFrom('Dicari satpam untuk toko di Palu, minimal SMA');
    const written = await employer.writesVacancy(employerId, {
      title: draft.title,
      description: 'Menjaga toko pada malam hari.',
      occupationId: draft.occupation?.id,
      regionCodes: ['72.71'],
      wageMin: '3700000',
      wageUnit: 'MONTH',
      validThrough: new Date(Date.now() + 30 * 86_400_000).toISOString(),
      requirements: [
        { kind: 'COMPETENCY', necessity: 'NICE', competencyId: PATROL },
        { kind: 'EDUCATION', necessity: 'MUST', education: 'SMA' },
        { kind: 'EXPERIENCE', necessity: 'NICE', minMonths: 0 },
      ],
    });
    expect(written.userErrors).toEqual([]);
    const vacancyId = written.vacancy?.id ?? '';
    const unseen = await employer.ranks(vacancyId);
    expect(unseen.totalEligible).toBeGreaterThan(0);
    expect(new Set(unseen.edges.map(({ withheld }) => withheld))).toEqual(
      new Set(['NOT_VERIFIED']),
    );
    expect(unseen.edges.every(({ node, match }) => node === null && match === null)).toBe(true);

    // The office finds the employer in its queue and verifies it.
    const officer = new EmployerClient(app.address, '/graphql/office', await app.token(OFFICER));
    expect(await officer.findsWaiting(NAME)).toBe(employerId);
    const decided = await officer.decides(employerId, 'VERIFY', 'Sesuai dokumen.');
    expect(decided.employer).toMatchObject({ verification: 'VERIFIED' });
    expect(await officer.findsWaiting(NAME)).toBeUndefined();

    // Now the vacancy goes out, and its people are there: ranked, explained, under pseudonyms.
    expect(await employer.publishes(vacancyId)).toMatchObject({
      vacancy: { state: 'PUBLISHED' },
      userErrors: [],
    });
    const ranking = await employer.ranks(vacancyId);
    expect(ranking.totalConsidered).toBeGreaterThan(ranking.totalEligible);
    expect(ranking.edges.length).toBeGreaterThan(5);
    for (const { scoreBp, withheld, node, match } of ranking.edges) {
      expect(withheld).toBeNull();
      expect(node?.handle).toMatch(/^[0-9a-f]{20}$/);
      expect(match?.factors.reduce((sum, one) => sum + one.contributionBp, 0)).toBe(scoreBp);
      expect(match?.explanation).toContain('Skor');
    }
    const scores = ranking.edges.map(({ scoreBp }) => scoreBp);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
  }, 90_000);
});
