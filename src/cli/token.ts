import { Command, InvalidArgumentError, Option } from 'commander';
import { loadConfig } from '../config';
import { asActorRead } from '../database/as-actor';
import type { MembershipRole } from '../entities/vocabulary';
import { issueDevelopmentToken } from '../identity/development-keys';
import {
  type EmployerAccount,
  findEmployerAccounts,
} from '../services/accounts/find-employer-accounts';
import { say, withSession } from './session';

const MOST_HOURS = 24;

/** One of the invented people who can sign in; others by `--subject`. */
const DEMO_CANDIDATE = 'demo-candidate-1';

interface Options {
  role: 'employer' | 'recruiter' | 'candidate';
  employer?: string;
  subject?: string;
  hours: number;
}

/** `padan token`: a signed token for trying the API on this machine; refused in production. */
export function tokenCommand(): Command {
  return new Command('token')
    .description('print a token for trying the API, such as --role employer --employer "PT …"')
    .addOption(
      new Option('--role <role>', 'who signs in')
        .choices(['employer', 'recruiter', 'candidate'])
        .default('employer'),
    )
    .option('--employer <name>', 'the employer to act for, by a part of its name')
    .option('--subject <subject>', 'instead: the account with this subject')
    .option('--hours <hours>', 'how long it holds', wholeHours, 8)
    .action(printToken);
}

async function printToken(options: Options): Promise<void> {
  const config = loadConfig();
  if (config.environment === 'production' || config.auth.jwksUrl !== null) {
    throw new Error('Tokens come from the identity provider: AUTH_JWKS_URL or production is set');
  }
  const subject = options.subject ?? (await subjectFor(options));
  const { home, auth } = config;
  const lifetimeSeconds = options.hours * 3600;
  say(await issueDevelopmentToken({ home, ...auth, subject, lifetimeSeconds }));
}

async function subjectFor({ role, employer }: Options): Promise<string> {
  if (role === 'candidate') return DEMO_CANDIDATE;
  if (employer === undefined) throw new Error('Name an employer: --employer "PT …"');
  return withSession(async ({ config, dataSource }) => {
    const found = await asActorRead(dataSource, 'system', (manager) =>
      findEmployerAccounts(manager, employer, new Date()),
    );
    const usable = found.filter(({ issuer }) => issuer === config.auth.issuer);
    return chooseAccount(usable, employer, roles[role]).subject;
  });
}

const roles: Readonly<Record<Exclude<Options['role'], 'candidate'>, readonly MembershipRole[]>> = {
  employer: ['OWNER', 'STAFF'],
  recruiter: ['RECRUITER'],
};

/**
 * The account to sign in.
 *
 * Errors: Error when nobody has that role, or when the text names several employers and is the whole name of none.
 */
export function chooseAccount(
  accounts: readonly EmployerAccount[],
  text: string,
  wanted: readonly MembershipRole[],
): EmployerAccount {
  const fitting = accounts.filter(({ role }) => wanted.includes(role));
  const names = [...new Set(fitting.map(({ employerName }) => employerName))];
  const whole = names.find((name) => name.toLowerCase() === text.toLowerCase());
  if (whole === undefined && names.length > 1) {
    throw new Error(`Several employers fit; name one of: ${names.join(', ')}`);
  }
  const chosen = fitting.find(({ employerName }) => employerName === (whole ?? names[0]));
  if (chosen === undefined) throw new Error(`No account acts for an employer named "${text}"`);
  return chosen;
}

function wholeHours(text: string): number {
  const hours = Number(text);
  if (Number.isInteger(hours) && hours >= 1 && hours <= MOST_HOURS) return hours;
  throw new InvalidArgumentError(`a whole number from 1 to ${MOST_HOURS} is needed`);
}
