import { FraudReport, Vacancy } from '../../../src/entities';
import { aMembership, anOfficer } from '../../builders';
import { NOW } from '../../resolvers/graph-world';
import { CODE, type FraudWorld, startFraudWorld } from './fraud-world';

let world: FraudWorld;
beforeEach(async () => {
  world = await startFraudWorld();
});
afterEach(() => world.stop());

const stored = () => world.seed((manager) => manager.find(FraudReport));
const code = (outcome: { userErrors: { code: string; path: string[] }[] }) =>
  outcome.userErrors.map((error) => `${error.code} ${error.path.join('.')}`);

describe('reportFraud', () => {
  it('is open to anybody and gives a receipt', async () => {
    const { receipt } = await world.report({ code: '7k2m 9qxd 40', url: 'wa.me/62811000000' });
    expect(receipt).toMatch(/^LP-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const [report] = await stored();
    expect(report).toMatchObject({
      ...{ receipt, state: 'NEW', verifyCode: CODE, url: 'wa.me/62811000000' },
      ...{ vacancyId: world.vacancy.id, regionCode: '72.71' },
    });
    expect(JSON.stringify(report)).not.toContain('127.0.0.1');
  });

  it('carries out an attempt once, also fifty times at once', async () => {
    const attempts = Array.from({ length: 50 }, () => world.report({ key: 'one' }));
    const receipts = new Set((await Promise.all(attempts)).map(({ receipt }) => receipt));
    expect(receipts.size).toBe(1);
    expect(await stored()).toHaveLength(1);
  });

  it('keeps apart strangers who happen to use the same key', async () => {
    const first = await world.report({ key: '1', text: 'Diminta membayar.' });
    const second = await world.report({ key: '1', text: 'Diminta KTP asli.' });
    expect(second.receipt).not.toBe(first.receipt);
    expect(await stored()).toHaveLength(2);
  });

  it('keeps an unknown code as it was typed', async () => {
    await world.report({ code: 'LOKER 99' });
    expect(await stored()).toMatchObject([
      { verifyCode: 'LOKER 99', vacancyId: null, regionCode: null },
    ]);
  });

  it('refuses what is no plain text and no web address', async () => {
    expect(code(await world.report({ text: ' ' }))).toEqual(['TEXT_INVALID text']);
    expect(code(await world.report({ text: 'a\u0000b' }))).toEqual(['TEXT_INVALID text']);
    expect(code(await world.report({ text: 'a'.repeat(2_001) }))).toEqual(['TEXT_INVALID text']);
    expect(code(await world.report({ url: 'javascript:alert(1)' }))).toEqual([
      'WEB_ADDRESS_INVALID url',
    ]);
    expect(code(await world.report({ code: 'x'.repeat(41) }))).toEqual(['TEXT_INVALID verifyCode']);
    expect(await stored()).toEqual([]);
  });

  it('takes 20 an hour from one address; repetitions do not count', async () => {
    for (let count = 0; count < 20; count++) await world.report({ text: `Laporan ${count}` });
    await expect(world.report({ text: 'Satu lagi' })).rejects.toMatchObject({
      code: 'RATE_LIMITED',
    });
    expect(await stored()).toHaveLength(20);
  });
});

describe('fraudReports and decideFraudReport', () => {
  it('belong to the office of the employer’s region', async () => {
    await world.report();
    const [report] = await world.reports();
    expect(report).toMatchObject({ state: 'NEW', text: 'Diminta membayar seragam.' });
    const elsewhere = await world.seed((manager) => anOfficer(manager, { regionCode: '73.71' }));
    expect(await world.reports(elsewhere)).toEqual([]);
    await expect(world.decide(report.id, {}, elsewhere)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('show reports that name no known vacancy to every office', async () => {
    await world.report({ code: null });
    const elsewhere = await world.seed((manager) => anOfficer(manager, { regionCode: '73.71' }));
    expect(await world.reports(elsewhere)).toHaveLength(1);
  });

  it('let auditors read and decide nothing', async () => {
    await world.report();
    const auditor = await world.seed((manager) => anOfficer(manager, { role: 'AUDITOR' }));
    const [report] = await world.reports(auditor);
    await expect(world.decide(report.id, {}, auditor)).rejects.toMatchObject({
      code: 'OFFICE_ONLY',
    });
  });

  it('close the vacancy of a confirmed report for fraud, and everybody can see it', async () => {
    await world.report();
    const [{ id }] = await world.reports();
    expect(await world.decide(id)).toEqual({
      report: { state: 'CONFIRMED', note: 'Diperiksa di tempat.' },
      userErrors: [],
    });
    const vacancy = await world.seed((manager) =>
      manager.findOneByOrFail(Vacancy, { id: world.vacancy.id }),
    );
    expect(vacancy).toMatchObject({ state: 'CLOSED', closedReason: 'FRAUD', version: 2 });
    expect(await world.verify()).toMatchObject({ outcome: 'SUSPENDED' });
    const events = await world.seed((manager) =>
      manager.query("SELECT kind, version FROM outbox WHERE aggregate = 'vacancy'"),
    );
    expect(events).toEqual([{ kind: 'vacancy.closed', version: 2 }]);
    expect(code(await world.decide(id))).toEqual(['STATE_NOT_ALLOWED id']);
  });

  it('keep what is stopped with its employer from coming back with it', async () => {
    await world.report();
    const [{ id }] = await world.reports();
    await world.seed((manager) =>
      manager.update(Vacancy, world.vacancy.id, { state: 'SUSPENDED', suspendedFrom: 'PUBLISHED' }),
    );
    expect(code(await world.decide(id))).toEqual([]);
    const vacancy = await world.seed((manager) =>
      manager.findOneByOrFail(Vacancy, { id: world.vacancy.id }),
    );
    expect(vacancy).toMatchObject({
      ...{ state: 'SUSPENDED', suspendedFrom: null, closedReason: 'FRAUD' },
    });
  });

  it('leave the vacancy of an unfounded report as it is', async () => {
    await world.report();
    const [{ id }] = await world.reports();
    expect(code(await world.decide(id, { outcome: 'UNFOUNDED' }))).toEqual([
      'NOTHING_TO_CLOSE closeVacancy',
    ]);
    await world.decide(id, { outcome: 'UNFOUNDED', closeVacancy: false });
    expect(await world.verify()).toMatchObject({ outcome: 'VERIFIED' });
  });

  it('keep an officer from deciding about an employer of their own', async () => {
    await world.report();
    const [{ id }] = await world.reports();
    const { employerId } = world.vacancy;
    await world.seed((manager) =>
      aMembership(manager, { accountId: world.officer.id, employerId, role: 'STAFF' }),
    );
    await expect(world.decide(id)).rejects.toMatchObject({ code: 'OWN_MATTER' });
  });

  it('go a year after the decision, not before, and wait for one however long', async () => {
    await world.report();
    const [{ id }] = await world.reports();
    await world.report({ text: 'Lain' });
    await world.decide(id, { outcome: 'UNFOUNDED', closeVacancy: false });
    const decided = (days: number) =>
      world.seed((manager) =>
        manager.update(
          FraudReport,
          { state: 'UNFOUNDED' },
          { decidedAt: new Date(NOW.getTime() - days * 86_400_000) },
        ),
      );
    await decided(364);
    expect(await world.services.fraud.removeOld()).toBe(0);
    await decided(366);
    expect(await world.services.fraud.removeOld()).toBe(1);
    expect(await stored()).toMatchObject([{ text: 'Lain', state: 'NEW' }]);
  });

  it('never change what was reported, also not past the service', async () => {
    await world.report();
    await expect(
      world.seed((manager) => manager.query("UPDATE fraud_reports SET text = 'x'")),
    ).rejects.toThrow(/permission denied/);
  });
});
