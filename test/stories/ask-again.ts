import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 1_000;
const TURNS = 5;

/** What a client is answered that asks again where a busy machine did not answer in time. */
export async function askAgain<T>(ask: () => Promise<T>): Promise<T> {
  let answer = await ask();
  for (let turn = 0; turn < TURNS && isLate(answer); turn += 1) {
    await sleep(PAUSE_MS);
    answer = await ask();
  }
  return answer;
}

const isLate = (answer: unknown) =>
  /"code":"(?:DEADLINE_EXCEEDED|SERVICE_UNAVAILABLE)"/.test(JSON.stringify(answer));
