import { waitUntil } from '../../src/embedded/processes';
import type { CodeMessage } from '../../src/identity/delivery/delivery';
import { anIdentity } from '../doubles/identity';
import { aPdf } from '../resumes/files';
import { startTestApp, type TestApp } from '../support/test-app';
import { Seeker, type Suggestion, type TickBox } from './seeker';

const sent: CodeMessage[] = [];
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({}, { identity: anIdentity(sent) });
}, 120_000);
afterAll(() => app.stop());

const PHONE = '0812 3456 7890';
/** How long a new person may take to be in rankings on a busy machine. */
const SOON_MS = 25_000;

describe('a new seeker', () => {
  it('goes from nothing to matches seen, through the API alone', async () => {
    const seeker = new Seeker(app.address);

    // Without an account, a vacancy of the portal looks like work that the person did before.
    const wanted = await seeker.looksForVacancy();

    // A telephone is enough to sign in; nobody is registered by that.
    await seeker.asksForCode(PHONE);
    await seeker.signsIn(PHONE, sent.at(-1)?.code ?? '');
    expect(await seeker.readsOwnRecord()).toBeNull();

    // The words that are agreed to are read first, and under age nobody is matched without a guardian.
    const agreed = await seeker.readsConsentText('MATCHING');
    expect(agreed.text).toMatch(/tanpa nama dan tanpa kontak/);
    const profile = {
      fullName: 'Orang Baru (contoh)',
      phone: PHONE,
      birthDate: '1994-05-17',
      regionCode: wanted.region,
      education: 'S1',
      willingRegionCodes: ['ID'],
    };
    const birthDate = `${new Date().getFullYear() - 11}-01-01`;
    const tooYoung = await seeker.registers({ ...profile, birthDate }, agreed.version);
    expect(tooYoung.userErrors).toMatchObject([{ code: 'GUARDIAN_CONSENT_REQUIRED' }]);
    const registered = await seeker.registers(profile, agreed.version);
    expect(registered.userErrors).toEqual([]);
    expect(registered.me).toMatchObject({ status: 'ACTIVE', phone: '+6281234567890' });
    expect(registered.me?.hints).toEqual(
      expect.arrayContaining(['ADD_COMPETENCIES', 'ADD_WORK_EXPERIENCE']),
    );

    // "Pernah bekerja sebagai …?": the work unfolds into boxes to tick, and ticks become the profile.
    const boxes = await seeker.beginsFromWork(wanted.occupation.label);
    expect(boxes.length).toBeGreaterThan(0);
    await seeker.ticks(boxes.map((box: TickBox) => box.competency.id));

    // A curriculum vitae says what the boxes did not; what it was read as is confirmed and not just taken.
    const suggestions = await seeker.handsIn(
      aPdf('Pernah bekerja sebagai satpam\nBisa las listrik'),
    );
    const skills = suggestions.filter(({ type }: Suggestion) => type === 'COMPETENCY');
    expect(skills.map(({ matchedText }) => matchedText)).toContain('las listrik');
    await seeker.ticks(skills.map(({ concept }) => concept.id));

    // What the vacancy asks for beyond it, the person can also do.
    await seeker.ticks(wanted.competencies);
    await seeker.listsWork(wanted.occupation.id, '2014-01-01');
    expect((await seeker.readsOwnRecord())?.hints).not.toContain('ADD_COMPETENCIES');

    // Within seconds the vacancy is among the person's own, by the score that the employer sees.
    const isMatched = async () => (await seeker.seesMatches()).ids.includes(wanted.id);
    expect(await waitUntil(isMatched, SOON_MS)).toBe(true);
    const { match, others } = await seeker.looksAtMatch(wanted.id);
    expect(match.factors.reduce((sum, one) => sum + one.contributionBp, 0)).toBe(match.scoreBp);
    expect(match.explanation).toContain('Skor');

    // A vacancy that is not for this person says why.
    const failed = others.find(({ verdict }) => verdict === 'NOT_ELIGIBLE');
    const reasons = failed?.eligibility.filter(({ result }) => result === 'FAIL') ?? [];
    expect(reasons[0]?.reason).toEqual(expect.any(String));

    // A pause ends it all, and a word begins it again.
    await seeker.pauses();
    expect((await seeker.seesMatches()).refusal).toBe('NOT_MATCHED');
    await seeker.goesOn();
    expect(await waitUntil(isMatched, SOON_MS)).toBe(true);
  }, 90_000);
});
