import { Command } from 'commander';
import { newSigningKey } from '../identity/signing-key';
import { say } from './session';

/** `padan signing-key`: what AUTH_SIGNING_KEY is set to. */
export function signingKeyCommand(): Command {
  return new Command('signing-key')
    .description('print a new private key for AUTH_SIGNING_KEY')
    .action(() => say(JSON.stringify(newSigningKey())));
}
