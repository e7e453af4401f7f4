import 'reflect-metadata';
import { Command } from 'commander';
import { databaseCommand } from './database';

const program = new Command('padan')
  .description('Job matching for a regional labour office')
  .showHelpAfterError()
  .addCommand(databaseCommand());

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
