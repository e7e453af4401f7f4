import { Command, InvalidArgumentError } from 'commander';
import { loadConfig } from '../config';
import { addDemoCandidate, refuseDemoInProduction, removeDemo, seedDemo } from '../demo';
import { say, withSession } from './session';

/** No world is larger: the figures of the design are measured up to here. */
const MOST_PEOPLE = 3_000_000;

interface Options {
  people?: number;
  employers?: number;
  vacancies?: number;
  add?: number;
  employer?: string;
  remove?: true;
}

/** `padan demo`: loads, enlarges or removes the invented world; refused in production. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('load the invented people, employers and vacancies of Palu')
    .option('--people <count>', 'people in all; those already there stay', wholeNumber)
    .option('--employers <count>', 'employers in all', wholeNumber)
    .option('--vacancies <count>', 'vacancies in all', wholeNumber)
    .option('--add <count>', 'instead: new people who fit a demo vacancy', wholeNumber)
    .option(
      '--employer <name>',
      'with --add: for a vacancy of this employer, by a part of its name',
    )
    .option('--remove', 'instead: delete everything invented')
    .action(runDemo);
}

async function runDemo({ add, employer, remove, ...size }: Options): Promise<void> {
  if (!remove) refuseDemoInProduction(loadConfig().environment);
  await withSession(async ({ config: { environment }, dataSource }) => {
    if (remove) {
      say(`Removed ${await removeDemo(dataSource)} invented people.`);
      return;
    }
    if (add !== undefined) {
      for (let count = 0; count < add; count++) {
        const added = await addDemoCandidate(dataSource, {
          environment,
          now: new Date(),
          employer,
        });
        say(`${added.fullName} now looks for work and fits "${added.vacancyTitle}".`);
      }
      return;
    }
    const started = performance.now();
    const onProgress = process.stdout.isTTY ? drawProgress : undefined;
    const added = await seedDemo(dataSource, { environment, now: new Date(), size, onProgress });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`Added ${added} invented people in ${seconds} s.`);
  });
}

const BAR_WIDTH = 30;

function drawProgress(loaded: number, total: number): void {
  const filled = Math.round((BAR_WIDTH * loaded) / total);
  const bar = '█'.repeat(filled) + '·'.repeat(BAR_WIDTH - filled);
  process.stdout.write(`\r${bar} ${loaded} / ${total}${loaded === total ? '\n' : ''}`);
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= MOST_PEOPLE) return value;
  throw new InvalidArgumentError(`a whole number up to ${MOST_PEOPLE} is needed`);
}
