import { Employer, Vacancy } from '../../../src/entities';
import { aMembership, anAccount } from '../../builders';
import { CODE, type FraudWorld, startFraudWorld } from './fraud-world';

let world: FraudWorld;
beforeAll(async () => {
  world = await startFraudWorld();
});
afterAll(() => world.stop());

const open = {
  state: 'PUBLISHED',
  closedReason: null,
  validThrough: new Date('2027-02-01'),
} as const;
const stand = (values: Partial<Vacancy>) =>
  world.seed(async (manager) => {
    await manager.update(Vacancy, world.vacancy.id, open);
    await manager.update(Vacancy, world.vacancy.id, values);
  });
const verification = (value: Employer['verification']) =>
  world.seed((manager) =>
    manager.update(Employer, world.vacancy.employerId, { verification: value }),
  );

describe('verifyVacancy', () => {
  beforeEach(async () => {
    await stand({ publishedAt: new Date('2026-11-01') });
    await verification('VERIFIED');
  });

  it('says VERIFIED of an open vacancy of a verified employer', async () => {
    const title = world.vacancy.title;
    expect(await world.verify()).toEqual({
      ...{ outcome: 'VERIFIED', state: 'PUBLISHED', vacancy: { title } },
    });
  });

  it('reads a code as people type it', async () => {
    expect(await world.verify(' 7k2m-9qxd 4o ')).toMatchObject({ outcome: 'VERIFIED' });
  });

  it.each(['UNVERIFIED', 'PENDING', 'REJECTED'] as const)(
    'says NOT_CHECKED of an employer that is %s',
    async (value) => {
      await verification(value);
      expect(await world.verify()).toMatchObject({ outcome: 'NOT_CHECKED', state: 'PUBLISHED' });
    },
  );

  it('says SUSPENDED of an employer that the office stopped', async () => {
    await verification('SUSPENDED');
    expect(await world.verify()).toMatchObject({ outcome: 'SUSPENDED' });
  });

  it.each(['SUSPENDED', 'REJECTED', 'NEEDS_CORRECTION'] as const)(
    'says SUSPENDED and nothing else of one that was public and is %s',
    async (state) => {
      await stand({ state });
      const told = await world.verify(CODE, 'outcome state vacancy { title } warnings');
      expect(told).toMatchObject({ outcome: 'SUSPENDED', state: null, vacancy: null });
      expect(JSON.stringify(told)).not.toContain(world.vacancy.title);
    },
  );

  it('says SUSPENDED of one that was closed as a fraud', async () => {
    await stand({ state: 'CLOSED', closedReason: 'FRAUD' });
    const told = await world.verify<{ outcome: string; warnings: string[] }>(
      CODE,
      'outcome warnings(lang: EN)',
    );
    expect(told.outcome).toBe('SUSPENDED');
    expect(told.warnings).toContain(
      'The labour office closed this vacancy since it proved to be a fraud.',
    );
  });

  it.each(['FILLED', 'CLOSED', 'EXPIRED', 'PAUSED', 'STALE'] as const)(
    'says CLOSED of one that is %s',
    async (state) => {
      await stand({ state });
      expect(await world.verify()).toMatchObject({ outcome: 'CLOSED', state });
    },
  );

  it('says CLOSED by the clock, whatever the state says', async () => {
    await stand({ validThrough: new Date('2026-11-20') });
    expect(await world.verify()).toMatchObject({ outcome: 'CLOSED', state: 'PUBLISHED' });
  });

  it('says the same of an unknown code, of what is no code and of a draft, with the same queries', async () => {
    const query = (code: string) =>
      `{ verifyVacancy(code: "${code}") { outcome state vacancy { title } warnings advice } }`;
    const unknown = await world.data(query('0000000000'));
    expect(unknown).toMatchObject({
      verifyVacancy: { outcome: 'UNKNOWN_CODE', state: null, vacancy: null },
    });
    expect(await world.data(query('palsu'))).toEqual(unknown);
    const unknownStatements = await world.statementsOf(query('0000000000'));
    await stand({ state: 'DRAFT', publishedAt: null });
    expect(await world.data(query(CODE))).toEqual(unknown);
    expect(await world.statementsOf(query(CODE))).toEqual(unknownStatements);
  });

  it('warns of brokers with every outcome, in both languages', async () => {
    for (const code of [CODE, '0000000000']) {
      const { warnings, peringatan } = await world.verify<Record<string, string[]>>(
        code,
        'warnings(lang: EN) peringatan: warnings(lang: ID)',
      );
      expect(warnings.join()).toMatch(/never pay/i);
      expect(peringatan.join()).toMatch(/jangan pernah membayar/i);
    }
  });
});

describe('shareKit', () => {
  it('has nothing of a draft for its own employer, and a card for each channel once it is public', async () => {
    const { employerId, slug } = world.vacancy;
    const { id: accountId } = await world.seed(async (manager) => {
      const account = await anAccount(manager);
      await aMembership(manager, { accountId: account.id, employerId });
      return account;
    });
    const channels = async () => {
      const query = `{ vacancy(slug: "${slug}") { shareKit(channels: [X, PRINT]) { channel } } }`;
      type Answer = { vacancy: { shareKit: { channel: string }[] } };
      const { vacancy } = await world.data<Answer>(query, { accountId });
      return vacancy.shareKit.map(({ channel }) => channel);
    };
    await stand({ state: 'DRAFT' });
    expect(await channels()).toEqual([]);
    await stand({ state: 'PUBLISHED' });
    expect(await channels()).toEqual(['X', 'PRINT']);
  });
});
