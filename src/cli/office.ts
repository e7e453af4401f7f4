import { Command, InvalidArgumentError, Option } from 'commander';
import { asActor } from '../database/as-actor';
import { type OfficeRole, officeRoles } from '../entities/vocabulary';
import { addOfficer } from '../services/offices/add-officer';
import { say, withSession } from './session';

interface Options {
  subject: string;
  region: string;
  role: OfficeRole;
  name?: string;
}

/** `padan office`: who works at a labour office. */
export function officeCommand(): Command {
  const command = new Command('office').description('who works at a labour office');
  command
    .command('add')
    .description('let an account work for the office of a region and of everything inside it')
    .requiredOption(
      '--subject <subject>',
      'the account, as the identity provider names it',
      readName,
    )
    .requiredOption('--region <code>', 'official code such as 72.71; ID for the nation')
    .addOption(
      new Option('--role <role>', 'what it may do').choices(officeRoles).default('OFFICER'),
    )
    .option('--name <name>', 'how a new account is shown; the subject, if left out', readName)
    .action(add);
  return command;
}

function add({ subject, region, role, name }: Options): Promise<void> {
  return withSession(async ({ config, dataSource }) => {
    const officer = {
      issuer: config.auth.issuer,
      subject,
      displayName: name ?? subject,
      regionCode: region,
      role,
    };
    const isNew = await asActor(dataSource, 'system', (manager) =>
      addOfficer(manager, officer, new Date()),
    );
    say(`${subject} ${isNew ? 'now works' : 'already works'} for ${region} as ${role}`);
  });
}

function readName(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must not be blank.');
  return text.trim();
}
