import 'reflect-metadata';
import { Command } from 'commander';
import { databaseCommand } from './database';
import { demoCommand } from './demo';

const program = new Command('padan')
  .description('Job matching for a regional labour office')
  .showHelpAfterError()
  .addCommand(databaseCommand())
  .addCommand(demoCommand());

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
