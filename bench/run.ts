import path from 'node:path';
import { parseArgs } from 'node:util';
import { stopScratchServers } from '../src/evaluation/ranking-speed/scratch';
import { measureBoot } from './boot';
import type { Figure } from './figures';
import { measureIndistinguishable } from './indistinguishable/run';
import { type LoadOptions, measureLoad } from './load';
import { measureMirror } from './mirror/run';
import { checkOracle } from './oracle/run';
import { measurePortal } from './portal';
import { printFigures } from './print-figures';
import { abandon } from './service';
import { measureStartUp } from './start-up';
import { measureWebhooks } from './webhooks';
import { checkWorlds } from './worlds/run';

const USAGE = `npm run bench -- [options]
  --only start|load|webhooks|portal|oracle|worlds|boot|indistinguishable|mirror   one part; without it start and load, and the oracle where --dir is given
  --people N                 invented people under load, or to boot with, 20000
  --vacancies N              invented vacancies under load, 300
  --rate N                   requests a second, 20
  --requests N               measured requests of each kind, 300
  --oracle-people N          invented people for the oracle, 2000
  --seed N                   of the first world, 1
  --sizes N,N                people of each world, 1000,2000,5000,10000,20000
  --world-vacancies N        vacancies of each world, 400
  --changes N                changes of people in each world, or of mirrored vacancies, 10000
  --dir FOLDER               folder of the evaluation data (jobstreet_ads/ads.csv)
  --pairs N                  pairs of a foreign and a missing thing for each operation, 1000
  --profile FOLDER           write a CPU profile of the service under load there
  --json                     JSON lines instead of a table`;

const options = {
  only: { type: 'string' },
  people: { type: 'string', default: '20000' },
  vacancies: { type: 'string', default: '300' },
  rate: { type: 'string', default: '20' },
  requests: { type: 'string', default: '300' },
  'oracle-people': { type: 'string', default: '2000' },
  seed: { type: 'string', default: '1' },
  sizes: { type: 'string', default: '1000,2000,5000,10000,20000' },
  'world-vacancies': { type: 'string', default: '400' },
  changes: { type: 'string', default: '10000' },
  pairs: { type: 'string', default: '1000' },
  dir: { type: 'string' },
  profile: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const say = (line: string) => process.stderr.write(`- ${line.trimEnd()}\n`);

type Values = ReturnType<typeof readValues>;

const readValues = () => parseArgs({ options }).values;

const parts: Readonly<Record<string, (values: Values) => Promise<Figure[]>>> = {
  start: () => measureStartUp(say),
  load: (values) => measureLoad(loadOf(values)),
  portal: (values) => measurePortal(loadOf(values)),
  webhooks: (values) => measureWebhooks(loadOf(values)),
  indistinguishable: (values) => measureIndistinguishable({ pairs: numberOf(values.pairs), say }),
  boot: (values) => measureBoot(numberOf(values.people), say),
  mirror: (values) =>
    measureMirror({
      ...{
        changes: numberOf(values.changes),
        mirrors: 2,
        changesPerRestart: 1_000,
        lifeMs: 10_000,
        say,
      },
    }),
  oracle: (values) => {
    const dir = path.resolve(values.dir ?? '.');
    return checkOracle({ dir, people: numberOf(values['oracle-people']), say });
  },
  worlds: (values) =>
    checkWorlds({
      seed: numberOf(values.seed),
      sizes: values.sizes.split(',').map(numberOf),
      vacanciesEach: numberOf(values['world-vacancies']),
      changesEach: numberOf(values.changes),
      say,
    }),
};

const loadOf = (values: Values): LoadOptions => ({
  people: numberOf(values.people),
  vacancies: numberOf(values.vacancies),
  perSecond: numberOf(values.rate),
  requests: numberOf(values.requests),
  nodeOptions: values.profile
    ? ['--cpu-prof', `--cpu-prof-dir=${path.resolve(values.profile)}`]
    : [],
  say,
});

/** Runs the parts asked for; returns the process's exit code, 1 when a bar was missed. */
async function main(): Promise<number> {
  const values = readValues();
  const usual = values.dir === undefined ? ['start', 'load'] : ['start', 'load', 'oracle'];
  const names = values.only === undefined ? usual : [values.only];
  if (values.help || names.some((name) => !(name in parts))) {
    process.stdout.write(`${USAGE}\n`);
    return values.help ? 0 : 2;
  }
  const figures: Figure[] = [];
  for (const name of names) figures.push(...(await parts[name](values)));
  printFigures(figures, values.json);
  return figures.some(({ passed }) => passed === false) ? 1 : 0;
}

function numberOf(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`a whole number is needed, not ${text}`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void Promise.all([abandon(), stopScratchServers()]).finally(() => process.exit(130));
  });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
