import { round } from '../figures';
import type { Api } from './api';
import { listPeople } from './candidate-changes';
import { addUp, Crowd, type CrowdOptions, type CrowdResult } from './crowd';
import { atRate, inventEvent, writeEvents } from './match-writer';
import type { Stage } from './stage';
import { StalledReader } from './stalled-reader';
import { type Heard, listRecruiters, newestPlace } from './truth';

export interface StalledOptions {
  readonly readers: number;
  readonly eventsPerSecond: number;
  readonly seconds: number;
  say(line: string): void;
}

export interface StalledResult extends CrowdResult {
  readonly readers: number;
  readonly events: number;
  /** How much more memory the API held, behind a collection of garbage, than before anybody stalled. */
  readonly heldMiB: number;
  /** How much higher its memory ever stood than before anybody stalled, under as many events. */
  readonly peakMiB: number;
  /** Stalled readers that the API did not cut off. */
  readonly notCut: number;
}

/** Readers who keep up beside the stalled ones. */
const HEALTHY = 10;
/** Then the tail's memory is full, and the heap as large as so many events make it. */
const WARM_UP_SECONDS = 50;
const TRANSACTIONS_PER_SECOND = 20;
const SAMPLE_EVERY_MS = 250;

/** Lets readers stall under many events, watches the API's memory, and lets them come back. */
export async function runStalled(stage: Stage, options: StalledOptions): Promise<StalledResult> {
  const { readers, eventsPerSecond, seconds, say } = options;
  const api = await stage.startApi();
  const heard = await hearEverything(stage);
  const gather = (clients: number, from?: CrowdOptions['from']) =>
    Crowd.gather(stage, { clients, from, socketUrl: () => api.socketUrl, heard: () => heard });
  const healthy = await gather(HEALTHY);
  say(`${HEALTHY} readers who keep up, to warm up`);
  const peakBefore = await peakDuring(api, () => write(stage, eventsPerSecond, WARM_UP_SECONDS));
  const heldBefore = await api.heldMiB();
  const place = await newestPlace(stage.pool);
  say(`${readers} readers stall`);
  const stalled = await Promise.all(
    Array.from({ length: readers }, () => StalledReader.open(api.socketUrl, heard.subscription)),
  );
  const peak = await peakDuring(api, () => write(stage, eventsPerSecond, seconds));
  const held = await api.heldMiB();

  say('they read on, and come back');
  await Promise.all(stalled.map((reader) => reader.wake()));
  const back = await gather(readers, { place, clients: stalled });
  return {
    ...addUp([await back.settle(), await healthy.settle()]),
    ...{ readers, events: eventsPerSecond * seconds },
    heldMiB: round(held - heldBefore),
    peakMiB: round(peak - peakBefore),
    notCut: stalled.filter(({ isCutOff }) => !isCutOff).length,
  };
}

/** The most memory that the API takes while the work is done. */
async function peakDuring(api: Api, work: () => Promise<void>): Promise<number> {
  let peak = api.residentMiB();
  const sampling = setInterval(() => {
    peak = Math.max(peak, api.residentMiB());
  }, SAMPLE_EVERY_MS);
  await work();
  clearInterval(sampling);
  return peak;
}

/** All that happens to the employer with most vacancies. */
async function hearEverything(stage: Stage): Promise<Heard> {
  const [{ token, employerId }] = await listRecruiters(stage.pool, stage.home);
  const subscription = { token, vacancyIds: null, minVerdict: 'STRETCH' } as const;
  return { subscription, employerId, only: null };
}

async function write(stage: Stage, perSecond: number, seconds: number): Promise<void> {
  const [people, [recruiter]] = await Promise.all([
    listPeople(stage.pool),
    listRecruiters(stage.pool, stage.home),
  ]);
  const length = perSecond / TRANSACTIONS_PER_SECOND;
  const rate = { perSecond: TRANSACTIONS_PER_SECOND, seconds };
  await atRate(rate, new AbortController().signal, () =>
    writeEvents(
      stage,
      Array.from({ length }, () => inventEvent(recruiter, people)),
    ),
  );
}
