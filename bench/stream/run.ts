import { type Figure, figure, summarise } from '../figures';
import { runChaos } from './chaos';
import type { CrowdResult } from './crowd';
import { measureFanOut } from './fan-out';
import { runHandOver } from './hand-over';
import { measureLatency } from './latency';
import { untilHandled } from './slow-writers';
import { type StageSize, withStage } from './stage';
import { runStalled } from './stalled';

export interface StreamOptions {
  /** Of the world in which delays are measured; the others are small. */
  readonly people: number;
  readonly vacancies: number;
  readonly kills: number;
  /** How long readers stall, and changes and events are measured. */
  readonly seconds: number;
  say(line: string): void;
}

type Part = (options: StreamOptions) => Promise<Figure[]>;

const SMALL: StageSize = { people: 2_000, vacancies: 300, employers: 24 };
const CLIENTS = 100;
const LONGEST_LIFE_MS = 4_000;
const STALLED = { readers: 50, eventsPerSecond: 200 };
const LATENCY = { employers: 300, subscribers: 200, perSecond: 50 };
const FAN_OUT = { subscribers: 1_000, accounts: 50, perSecond: 5 };

/** Most that is allowed. Source: the issue of the third stage. */
const BARS = { growthMiB: 50, deliveredMs: 500, fanOutMs: 1_000, stopSeconds: 10 };

/** What a client may meet: an instance that goes away, or that restarts. */
const GOODBYES = ['1001', '1012'];

export const streamParts = {
  chaos: async ({ kills, say }) => {
    const options = { clients: CLIENTS, kills, longestLifeMs: LONGEST_LIFE_MS, say };
    const result = await withStage(SMALL, (stage) => runChaos(stage, options));
    const { changes, orphans } = result;
    return [
      exact(`${kills} kills of the API`, result, say),
      figure('row and change together', { changes, orphans }, { of: 'orphans', most: 0 }),
    ];
  },
  handover: async ({ say }) => {
    const result = await withStage(SMALL, (stage) => runHandOver(stage, { clients: CLIENTS, say }));
    const { stopSeconds, inFlight, failedInFlight, closes } = result;
    const others = Object.entries(closes).filter(([code]) => !GOODBYES.includes(code));
    const goodbyes = sum(GOODBYES.map((code) => closes[code] ?? 0));
    const otherwise = sum(others.map(([, count]) => count));
    return [
      exact('one of two instances stopped', result, say),
      figure('sockets closed', { goodbyes, otherwise }, { of: 'otherwise', most: 0 }),
      figure('end after SIGTERM', { stopSeconds }, { of: 'stopSeconds', most: BARS.stopSeconds }),
      figure('requests under way', { inFlight, failedInFlight }, { of: 'failedInFlight', most: 0 }),
    ];
  },
  stalled: async ({ seconds, say }) => {
    const options = { ...STALLED, seconds, say };
    const result = await withStage(SMALL, (stage) => runStalled(stage, options));
    const { heldMiB, peakMiB, readers, notCut } = result;
    return [
      exact(`${readers} stalled readers come back`, result, say),
      figure('memory held more', { heldMiB }, { of: 'heldMiB', most: BARS.growthMiB }),
      figure('memory at its peak, more', { peakMiB }, { of: 'peakMiB', most: BARS.growthMiB }),
      figure('cut off', { readers, notCut }, { of: 'notCut', most: 0 }),
    ];
  },
  latency: async ({ people, vacancies, seconds, say }) => {
    const { employers, ...load } = LATENCY;
    say(`loading ${people} people and ${vacancies} vacancies`);
    return await withStage({ people, vacancies, employers }, async (stage) => {
      const api = await stage.startApi();
      await untilHandled(stage);
      const socketUrl = () => api.socketUrl;
      const found = await measureLatency(stage, socketUrl, { ...load, seconds, say });
      const { changes, events, counts, deliveredMs, noticeMs } = found;
      const told = await measureFanOut(stage, socketUrl, { ...FAN_OUT, seconds, say });
      return [
        exact(`${load.perSecond} changes a second`, found, say),
        figure('what they made', { changes, events, counts }),
        figure('commit of a change to delivery, ms', summarise(deliveredMs), {
          of: 'p95',
          most: BARS.deliveredMs,
        }),
        figure('NOTIFY to a listener, ms', summarise(noticeMs)),
        exact(`${FAN_OUT.perSecond} events a second to ${FAN_OUT.subscribers}`, told, say),
        figure('commit of an event to delivery, ms', summarise(told.deliveredMs), {
          of: 'p99',
          most: BARS.fanOutMs,
        }),
      ];
    });
  },
} satisfies Record<string, Part>;

export type StreamPart = keyof typeof streamParts;
export const streamPartNames = Object.keys(streamParts) as StreamPart[];

/** Holds delivery against its bars, one part after another. */
export async function measureStream(
  names: readonly StreamPart[],
  options: StreamOptions,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const name of names) figures.push(...(await streamParts[name](options)));
  return figures;
}

/** Whether everybody received what the table holds, once and in order. */
function exact(name: string, result: CrowdResult, say: StreamOptions['say']): Figure {
  for (const fault of new Set(result.faults)) say(`fault: ${fault}`);
  const { clients, received, lost, repeated, outOfOrder, foreign, faults } = result;
  const wrong = lost + repeated + outOfOrder + foreign + faults.length;
  const values = { clients, received, lost, repeated, outOfOrder, wrong };
  return figure(name, values, { of: 'wrong', most: 0 });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
