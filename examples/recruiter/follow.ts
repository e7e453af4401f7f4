import { setTimeout as delay } from 'node:timers/promises';
import {
  fromEvent,
  ignoreElements,
  lastValueFrom,
  type Observable,
  TimeoutError,
  takeUntil,
  tap,
  timeout,
} from 'rxjs';
import { Refused, SocketClosed, type StreamItem } from './connection';
import type { CursorFile } from './cursor-file';
import { printMatch } from './print-match';

export interface Following {
  /** What follows a cursor, over a new connection each time. */
  readonly open: (after: string | null) => Observable<StreamItem>;
  readonly place: Pick<CursorFile, 'cursor' | 'save'>;
  /** Takes a match, a line each. */
  readonly print: (line: string) => void;
  /** Takes what else the user should know. */
  readonly notice: (line: string) => void;
  readonly signal: AbortSignal;
  readonly firstPauseMs?: number;
}

export class TokenRefused extends Error {
  override name = 'TokenRefused';
}

/** The service says something every 15 seconds; after three times that nobody is there any more. */
const LONGEST_SILENCE_MS = 45_000;
const LONGEST_PAUSE_MS = 30_000;
const FORBIDDEN = 4403;
/** What may be different the next time. */
const PASSING = ['SUBSCRIBER_TOO_SLOW', 'SERVICE_UNAVAILABLE', 'DEADLINE_EXCEEDED', 'INTERNAL'];

/**
 * Prints what follows the saved cursor and saves each new one, over as many connections as it takes; returns when
 * the signal aborts. Errors: TokenRefused; Refused for what will not pass; of the file.
 */
export async function follow(following: Following): Promise<void> {
  const { open, place, notice, signal, firstPauseMs = 500 } = following;
  let failures = 0;
  while (!signal.aborted) {
    const items = open(place.cursor).pipe(
      timeout({ each: LONGEST_SILENCE_MS }),
      tap((item) => {
        takeItem(item, following);
        failures = 0;
      }),
      ignoreElements(),
      takeUntil(fromEvent(signal, 'abort')),
    );
    try {
      return await lastValueFrom(items, { defaultValue: undefined });
    } catch (error) {
      if (error instanceof Refused && error.cursor !== null) place.save(error.cursor);
      const pauseMs = pauseAfter(failures, firstPauseMs);
      notice(`${whyLost(error)}: again in ${(pauseMs / 1_000).toFixed(1)} s`);
      failures += 1;
      await delay(pauseMs, null, { signal }).catch(() => undefined);
    }
  }
}

/** Saves the cursor behind the line: who is killed in between reads the line twice, and never misses one. */
function takeItem(item: StreamItem, { place, print, notice }: Following): void {
  if (item.__typename === 'ResumeGap') {
    notice(`Matches may be missing (${item.reason}): look at the rankings again; now it goes on`);
  }
  if (item.__typename === 'MatchEvent') print(printMatch(item));
  place.save(item.__typename === 'ResumeGap' ? item.freshCursor : item.cursor);
}

/** Twice as long each time, at most half a minute; by chance up to half less, so that not all come back at once. */
function pauseAfter(failures: number, firstMs: number): number {
  const longestMs = Math.min(LONGEST_PAUSE_MS, firstMs * 2 ** failures);
  return longestMs * (1 - Math.random() / 2);
}

/** What to tell of the end of a connection. Errors: what another one would not mend. */
function whyLost(error: unknown): string {
  if (error instanceof TimeoutError) return 'The service fell silent';
  if (error instanceof SocketClosed && error.code !== FORBIDDEN) {
    return `The connection was lost (${error.message})`;
  }
  if (error instanceof Refused && PASSING.includes(error.code)) {
    return `The service broke off (${error.message})`;
  }
  throw isAboutToken(error) ? new TokenRefused('The token is not valid or has expired') : error;
}

function isAboutToken(error: unknown): boolean {
  if (error instanceof Refused) return error.code === 'UNAUTHENTICATED';
  return error instanceof SocketClosed;
}
