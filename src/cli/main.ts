import 'reflect-metadata';
import { Command } from 'commander';
import { auditCommand } from './audit';
import { benchCommand } from './bench';
import { databaseCommand } from './database';
import { deadLettersCommand } from './dead-letters';
import { demoCommand } from './demo';
import { evalCommand } from './evaluate';
import { importCommand } from './import-vacancies';
import { officeCommand } from './office';
import { driftCommand, reindexCommand } from './search-index';
import { signingKeyCommand } from './signing-key';
import { tokenCommand } from './token';
import { verifyCommand } from './verify';

const program = new Command('padan')
  .description('Job matching for a regional labour office')
  .showHelpAfterError()
  .addCommand(auditCommand())
  .addCommand(benchCommand())
  .addCommand(databaseCommand())
  .addCommand(deadLettersCommand())
  .addCommand(demoCommand())
  .addCommand(evalCommand())
  .addCommand(importCommand())
  .addCommand(officeCommand())
  .addCommand(reindexCommand())
  .addCommand(driftCommand())
  .addCommand(signingKeyCommand())
  .addCommand(tokenCommand())
  .addCommand(verifyCommand());

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
