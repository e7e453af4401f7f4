import type { Account, Employer, Membership } from '../entities';
import { daysAfter } from './days';
import { type Industry, industries } from './industries';
import { Random, Weighted } from './random';
import { DEMO_MARK, firstWords, secondWords } from './vocabulary';

type EmployerRow = Omit<Employer, 'region' | 'version' | 'updatedAt'>;
type MembershipRow = Omit<Membership, 'account' | 'employer'>;

/** An invented employer and the branch it belongs to. */
export interface DemoEmployer {
  row: EmployerRow;
  industry: Industry;
}

/** Invented employers and who may act for them. */
export interface DemoDemand {
  employers: DemoEmployer[];
  accounts: Account[];
  memberships: MembershipRow[];
}

/** Who signs the tokens of demo accounts; only a development server accepts it. */
export const DEMO_ISSUER = 'padan-development';
/** One recruiter acts for this many employers. */
const MANDATES = 8;

const verifications = new Weighted<Employer['verification']>([
  ['VERIFIED', 70],
  ['PENDING', 15],
  ['UNVERIFIED', 15],
]);

/** Employer `n` belongs to account `demo-employer-n`, from 1; `demo-recruiter-1` acts for the first eight. */
export function buildDemand(seed: string, now: Date, count: number): DemoDemand {
  const employers = Array.from({ length: count }, (_, index) => buildEmployer(seed, now, index));
  const accounts = employers.map(({ row }, index) =>
    buildAccount(seed, now, `demo-employer-${index + 1}`, row.name),
  );
  const recruiter = buildAccount(seed, now, 'demo-recruiter-1', `Perekrut Rindang ${DEMO_MARK}`);
  const memberships = employers.map(({ row }, index) =>
    buildMembership(seed, now, { account: accounts[index], employer: row, role: 'OWNER' }),
  );
  const mandates = employers
    .slice(0, MANDATES)
    .map(({ row }) =>
      buildMembership(seed, now, { account: recruiter, employer: row, role: 'RECRUITER' }),
    );
  return {
    employers,
    accounts: [...accounts, recruiter],
    memberships: [...memberships, ...mandates],
  };
}

function buildEmployer(seed: string, now: Date, index: number): DemoEmployer {
  const random = new Random(`${seed}/employer/${index}`);
  const industry = industries[index % industries.length];
  const turn = Math.floor(index / firstWords.length);
  const words = `${firstWords[index % firstWords.length]} ${secondWords[(index * 7 + turn) % secondWords.length]}`;
  return {
    industry,
    row: {
      id: random.uuid(),
      name: `${random.pick(industry.forms)} ${words} ${DEMO_MARK}`,
      sector: industry.sector,
      regionCode: random.pick(industry.regencies),
      // The first one is shown in examples: it may always publish.
      verification: index === 0 ? 'VERIFIED' : verifications.pick(random),
      sourceKind: 'EMPLOYER_DIRECT',
      sourceName: null,
      externalId: null,
      isDemo: true,
      createdAt: daysAfter(now, -random.between(30, 900)),
    },
  };
}

/** An account of the development issuer. */
export function buildAccount(
  seed: string,
  now: Date,
  subject: string,
  displayName: string,
): Account {
  const random = new Random(`${seed}/account/${subject}`);
  const createdAt = daysAfter(now, -random.between(30, 900));
  return { id: random.uuid(), issuer: DEMO_ISSUER, subject, displayName, createdAt };
}

function buildMembership(
  seed: string,
  now: Date,
  {
    account,
    employer,
    role,
  }: { account: Account; employer: EmployerRow; role: Membership['role'] },
): MembershipRow {
  const id = new Random(`${seed}/membership/${account.subject}/${employer.id}`).uuid();
  const startsAt = daysAfter(now, -30);
  const open = { endsAt: null, licenceNumber: null, licenceEndsOn: null };
  return { id, accountId: account.id, employerId: employer.id, role, startsAt, ...open };
}
