import { Command, InvalidArgumentError, Option } from 'commander';
import type { EntityManager } from 'typeorm';
import type { Config } from '../config';
import { asActor } from '../database/as-actor';
import { type OfficeRole, officeRoles } from '../entities/vocabulary';
import { type Address, normaliseAddress } from '../identity/address';
import { identityKeys, keyedHash } from '../identity/derived-keys';
import { developmentSecret } from '../identity/development-keys';
import { addOfficer, appoint } from '../services/offices/add-officer';
import { accountOfAddress, findAddressed } from '../services/sessions/addressed-account';
import { forgetFactor } from '../services/sessions/forget-factor';
import { say, withSession } from './session';

interface Options {
  subject?: string;
  address?: Address;
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
    .option('--subject <subject>', 'the account, as the identity provider names it', readName)
    .option('--address <address>', 'or where it is sent codes: a number or an e-mail', readAddress)
    .requiredOption('--region <code>', 'official code such as 72.71; ID for the nation')
    .addOption(
      new Option('--role <role>', 'what it may do').choices(officeRoles).default('OFFICER'),
    )
    .option('--name <name>', 'how a new account is shown; the subject, if left out', readName)
    .action(add);
  command
    .command('forget-totp')
    .description('take the second factor of an account away, whose telephone is lost')
    .requiredOption('--address <address>', 'where it is sent codes', readAddress)
    .action(forget);
  return command;
}

function add(options: Options): Promise<void> {
  const { subject, address, region, role } = options;
  if ((subject === undefined) === (address === undefined)) {
    throw new Error('Name the account: either --subject or --address');
  }
  return withSession(async ({ config, dataSource }) => {
    const addressHash = address && (await hashOf(config, address));
    const isNew = await asActor(dataSource, 'system', (manager) =>
      addTo(manager, config, { ...options, addressHash }),
    );
    const who = subject ?? 'The account of that address';
    say(`${who} ${isNew ? 'now works' : 'already works'} for ${region} as ${role}`);
  });
}

async function addTo(
  manager: EntityManager,
  { auth, identity }: Config,
  { subject, address, addressHash, region, role, name }: Options & { addressHash?: Buffer },
): Promise<boolean> {
  const at = new Date();
  const post = { regionCode: region, role };
  if (address === undefined || addressHash === undefined) {
    const officer = { issuer: auth.issuer, subject: subject ?? '', ...post };
    return await addOfficer(manager, { ...officer, displayName: name ?? officer.subject }, at);
  }
  const holder = { addressHash, kind: address.kind, at, issuer: identity.issuer };
  const displayName = name ?? 'Petugas';
  const accountId = await accountOfAddress(manager, { ...holder, displayName });
  return await appoint(manager, accountId, post, at);
}

function forget({ address }: { address: Address }): Promise<void> {
  return withSession(async ({ config, dataSource }) => {
    const addressHash = await hashOf(config, address);
    const at = new Date();
    const isForgotten = await asActor(dataSource, 'system', async (manager) => {
      const account = await findAddressed(manager, addressHash, at);
      return account !== null && (await forgetFactor(manager, account.accountId, at));
    });
    say(isForgotten ? 'The second factor is gone' : 'There is no second factor at that address');
  });
}

const hashOf = async ({ secret, home }: Config, { text }: Address): Promise<Buffer> =>
  keyedHash(identityKeys(secret ?? (await developmentSecret(home))).address, text);

function readName(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must not be blank.');
  return text.trim();
}

function readAddress(text: string): Address {
  const address = normaliseAddress(text);
  if (address !== null) return address;
  throw new InvalidArgumentError('It must be an Indonesian mobile number or an e-mail address.');
}
