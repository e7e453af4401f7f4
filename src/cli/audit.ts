import { Command, InvalidArgumentError } from 'commander';
import { verifyAudit } from '../audit/verify-audit';
import { readAsSystem } from '../search/index-rows';
import { say, withSession } from './session';

/** `padan audit`: whether anybody changed what the audit log says. */
export function auditCommand(): Command {
  const command = new Command('audit').description('the log of what must be answered for');
  command
    .command('verify')
    .description('recompute the chain of the audit log; fails at the first batch that is broken')
    .option(
      '--head <hex>',
      'a head that was kept elsewhere and must still be in the chain',
      readHash,
    )
    .action(verify);
  return command;
}

function verify({ head }: { head?: string }): Promise<void> {
  return withSession(async ({ dataSource }) => {
    const found = await readAsSystem(dataSource, (manager) => verifyAudit(manager, head ?? null));
    say(JSON.stringify(found));
    if (found.broken !== null) process.exitCode = 1;
  });
}

function readHash(text: string): string {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new InvalidArgumentError('It must be 64 hex digits.');
  return text.toLowerCase();
}
