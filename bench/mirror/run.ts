import path from 'node:path';
import { DAY_MS } from '../../src/changes/remove-oldest';
import { asActor } from '../../src/database/as-actor';
import { withClient } from '../../src/database/bootstrap';
import { removeOldEvents } from '../../src/matches/remove-old-events';
import { type Figure, figure } from '../figures';
import type { Api } from '../stream/api';
import { untilHandled } from '../stream/slow-writers';
import { type Stage, withStage } from '../stream/stage';
import { type Counts, changeMuch, type Scene, setScene } from './changes';
import { Disturbance } from './disturbance';
import { MirrorProgram } from './mirror-program';
import { listLines, listPublic, readMirror, readSource } from './truth';

export interface MirrorBench {
  readonly changes: number;
  readonly mirrors: number;
  /** A restart of the API for so many changes; each mirror is killed at least once before the next. */
  readonly changesPerRestart: number;
  /** How long a mirror lives at most before it is killed. */
  readonly lifeMs: number;
  say(line: string): void;
}

export interface MirrorResult {
  readonly counts: Counts;
  readonly kills: number;
  readonly pauses: number;
  readonly restarts: number;
  /** Nights after which changes were old: 15 days, and 91. */
  readonly nights: number;
  /** Times that a mirror had to begin anew. */
  readonly gaps: number;
  readonly vacancies: number;
  readonly bytes: number;
  /** Mirrors whose bytes are not those of the source, or that say so themselves. */
  readonly differing: number;
  /** Vacancies of which the tables say something else than the source's file. */
  readonly wrong: number;
}

const SIZE = { people: 20, vacancies: 120, employers: 25, isDurable: false };
const NIGHTS = 6;

/** Changes vacancies in every way while mirrors are killed and paused and the service restarts; then compares bytes. */
export function proveMirror(options: MirrorBench): Promise<MirrorResult> {
  const settings = { SNAPSHOT_MINUTES: '0' };
  return withStage({ ...SIZE, settings }, (stage) => runOn(stage, options));
}

async function runOn(stage: Stage, options: MirrorBench): Promise<MirrorResult> {
  const { say } = options;
  const api = await stage.startApi();
  const address = new URL(api.url).origin;
  const mirrors = Array.from({ length: options.mirrors }, (_, number) => {
    const folder = path.join(stage.home, `mirror-${number}`);
    return { folder, program: new MirrorProgram({ address, folder }) };
  });
  const scene = await setScene(stage);
  const ending = new AbortController();
  const disturbances = mirrors.map(({ program }) => new Disturbance(program, options.lifeMs));
  const disturbed = Promise.allSettled(disturbances.map((each) => each.goOnUntil(ending.signal)));
  const changed = await changeAll(stage, api, scene, disturbances, options).finally(() =>
    ending.abort(),
  );
  for (const end of await disturbed) if (end.status === 'rejected') throw end.reason;
  await api.ready();
  await untilHandled(stage);
  say('the writers rest; the mirrors catch up');
  const ends = await Promise.all(mirrors.map(({ program }) => program.run('--verify')));
  const source = await readSource(api.url);
  const differing = mirrors.filter(
    ({ folder }, number) => ends[number]?.code !== 0 || !readMirror(folder).equals(source),
  );
  for (const { output } of ends) say(output.trim().replaceAll('\n', '; '));
  const [told, tables] = [listLines(source), await listPublic(stage)];
  const wrong =
    tables.filter((line) => !told.includes(line)).length +
    told.filter((line) => !tables.includes(line)).length;
  const sum = (name: 'kills' | 'pauses') =>
    disturbances.reduce((total, each) => total + each[name], 0);
  const begun = mirrors.flatMap(({ program }) => program.told.match(/beginning anew/g) ?? []);
  return {
    ...changed,
    ...{ wrong, kills: sum('kills'), pauses: sum('pauses') },
    ...{ gaps: begun.length, vacancies: told.length, bytes: source.length },
    differing: differing.length,
  };
}

/** Changes vacancies while the service restarts and months pass; waits where no mirror was killed in between. */
async function changeAll(
  stage: Stage,
  api: Api,
  scene: Scene,
  disturbances: readonly Disturbance[],
  options: MirrorBench,
) {
  const { changes, changesPerRestart, say } = options;
  let [restarts, nights] = [0, 0];
  // One after another: the other writers go on meanwhile.
  let restarted = Promise.resolve();
  const restartNext = async () => {
    await Promise.all(disturbances.map((each) => each.untilKilled(restarts + 1)));
    restarts += 1;
    await restart(api, restarts);
  };
  const counts = await changeMuch(scene, {
    count: changes,
    onChange: async (done) => {
      if (done % changesPerRestart === 0) {
        restarted = restarted.then(restartNext);
        await restarted;
      }
      if (done % Math.ceil(changes / NIGHTS) === 0) {
        nights += 1;
        await passTime(stage, nights % 3 === 0 ? 91 : 15);
      }
      if (done % Math.ceil(changes / 10) === 0) say(`${done} changes, ${restarts} restarts`);
    },
  });
  return { counts, restarts, nights };
}

/** Every other time as a crash. */
async function restart(api: Api, turn: number): Promise<void> {
  if (turn % 2 === 0) await api.kill();
  else await api.stop();
  api.launch();
}

/** Makes all changes so many days older, and does what the night does with old ones. */
async function passTime(stage: Stage, days: number): Promise<void> {
  await withClient(stage.database.migratorUrl, async (owner) => {
    for (const table of ['outbox', 'vacancy_changes']) {
      await owner.query(
        `UPDATE ${table} SET at = at - interval '${days} days' WHERE seq IS NOT NULL`,
      );
    }
  });
  const now = new Date(Date.now() + DAY_MS);
  await removeOldEvents((work) => asActor(stage.dataSource, 'system', work), {
    ...{ now, consumers: [], signal: new AbortController().signal },
  });
}

/** The proof as lines of the bench. */
export async function measureMirror(options: MirrorBench): Promise<Figure[]> {
  const { counts, ...found } = await proveMirror(options);
  const { kills, pauses, restarts, nights, gaps, vacancies, bytes, differing, wrong } = found;
  return [
    figure('changes of each kind', counts),
    figure('disturbances', { kills, pauses, restarts, nights, gaps }),
    figure(
      'mirrors that differ from the source',
      { vacancies, bytes, differing },
      { of: 'differing', most: 0 },
    ),
    figure('source that differs from the tables', { vacancies, wrong }, { of: 'wrong', most: 0 }),
  ];
}
