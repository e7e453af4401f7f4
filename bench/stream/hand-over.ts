import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { post, readOperation } from '../graphql';
import type { Api } from './api';
import { Crowd, type CrowdResult } from './crowd';
import { untilHandled, writeChanges, writeMatches } from './slow-writers';
import type { Stage } from './stage';

export interface HandOverOptions {
  readonly clients: number;
  say(line: string): void;
}

export interface HandOverResult extends CrowdResult {
  readonly changes: number;
  /** From SIGTERM to the end of the process. */
  readonly stopSeconds: number;
  /** Requests that were under way when the signal came. */
  readonly inFlight: number;
  readonly failedInFlight: number;
}

const BEFORE_MS = 10_000;
const AFTER_MS = 10_000;
/** Requests that wait for the instance that is stopped, at any time. */
const ASKING = 8;

/** Stops one of two instances under load; its clients go on at the other. */
export async function runHandOver(
  stage: Stage,
  { clients, say }: HandOverOptions,
): Promise<HandOverResult> {
  const leaving = await stage.startApi();
  const staying = await stage.startApi();
  await untilHandled(stage);
  const instances = [leaving, staying];
  say(`${clients} clients subscribe to two instances`);
  const crowd = await Crowd.gather(stage, {
    clients,
    // Nobody tells a client which one is going away.
    socketUrl: () => instances[randomInt(instances.length)].socketUrl,
  });
  const ending = new AbortController();
  const writing = writeChanges(stage, ending.signal);
  const others = writeMatches(stage, ending.signal);
  const asking = askOn(leaving, ending.signal);
  await sleep(BEFORE_MS);
  say('one is stopped');
  const stoppedAtMs = performance.now();
  const stopMs = await leaving.stop();
  await sleep(AFTER_MS);
  ending.abort();
  const changes = (await writing).length;
  await others;
  const asked = (await asking).filter(
    ({ fromMs, toMs }) => fromMs <= stoppedAtMs && toMs >= stoppedAtMs,
  );
  await untilHandled(stage);
  return {
    ...(await crowd.settle()),
    changes,
    stopSeconds: Math.round(stopMs / 100) / 10,
    inFlight: asked.length,
    failedInFlight: asked.filter(({ isAnswered }) => !isAnswered).length,
  };
}

interface Asked {
  readonly fromMs: number;
  readonly toMs: number;
  readonly isAnswered: boolean;
}

/** Searches without a rest, a few at a time. */
async function askOn({ url }: Api, signal: AbortSignal): Promise<Asked[]> {
  const query = readOperation('vacancies');
  const asked: Asked[] = [];
  const ask = async () => {
    while (!signal.aborted) {
      const fromMs = performance.now();
      const isAnswered = await post(url, { query, variables: { filter: { q: 'kasir' } } }).then(
        (answer) => 'data' in JSON.parse(answer),
        () => false,
      );
      asked.push({ fromMs, toMs: performance.now(), isAnswered });
      // One that is gone answers nothing, at once.
      if (!isAnswered) await sleep(50);
    }
  };
  await Promise.all(Array.from({ length: ASKING }, ask));
  return asked;
}
