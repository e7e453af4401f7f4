import { Command, InvalidArgumentError } from 'commander';
import {
  dropDeadLetter,
  type KeptLetter,
  listDeadLetters,
  retryDeadLetters,
} from '../changes/dead-letters';
import { say, withSession } from './session';

/** Of the reason, in a list. */
const SHOWN_LENGTH = 100;

/** `padan dead-letters`: what a consumer of the changes could not handle and put aside. */
export function deadLettersCommand(): Command {
  const command = new Command('dead-letters').description(
    'what a consumer of the changes could not handle and put aside',
  );
  command.command('list').description('one line each, oldest first').action(list);
  command
    .command('show')
    .description('all that is known of one')
    .argument('<aggregate>', 'such as candidate or vacancy')
    .argument('<id>')
    .action(show);
  command
    .command('retry')
    .description('announce things again, once what was wrong is mended; all when left out')
    .argument('[aggregate]')
    .argument('[id]')
    .action(retry);
  command
    .command('drop')
    .description('forget one; the reason goes to the log')
    .argument('<consumer>')
    .argument('<aggregate>')
    .argument('<id>')
    .requiredOption('--because <reason>', 'why nobody needs it', readReason)
    .action(drop);
  return command;
}

async function list(): Promise<void> {
  const letters = await withSession(({ dataSource }) => listDeadLetters(dataSource.manager));
  for (const letter of letters) say(inShort(letter));
  if (letters.length === 0) say('There are none.');
}

function inShort({ consumer, aggregate, aggregateId, attempts, at, reason }: KeptLetter): string {
  const why = reason.replaceAll(/\s+/g, ' ').slice(0, SHOWN_LENGTH);
  return `${consumer} ${aggregate} ${aggregateId}, attempts: ${attempts}, since ${at.toISOString()}: ${why}`;
}

async function show(aggregate: string, aggregateId: string): Promise<void> {
  const letters = await withSession(({ dataSource }) =>
    listDeadLetters(dataSource.manager, { aggregate, aggregateId }),
  );
  for (const letter of letters) say(JSON.stringify(letter, null, 2));
  if (letters.length === 0) throw new Error(`No dead letter of ${aggregate} ${aggregateId}`);
}

async function retry(aggregate?: string, aggregateId?: string): Promise<void> {
  const count = await withSession(({ dataSource }) =>
    retryDeadLetters(dataSource.manager, { aggregate, aggregateId }),
  );
  say(`Announced again: ${count}`);
  if (count === 0 && aggregate !== undefined) process.exitCode = 1;
}

async function drop(
  consumer: string,
  aggregate: string,
  aggregateId: string,
  { because }: { because: string },
): Promise<void> {
  const letter = { consumer, aggregate, aggregateId };
  await withSession(async ({ dataSource, log }) => {
    if (!(await dropDeadLetter(dataSource.manager, letter))) {
      throw new Error(`No dead letter of ${consumer} for ${aggregate} ${aggregateId}`);
    }
    log.warn({ ...letter, because }, 'A dead letter was dropped');
  });
}

function readReason(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must not be blank.');
  return text.trim();
}
