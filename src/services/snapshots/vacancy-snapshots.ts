import type { EntityManager } from 'typeorm';
import { type CursorPlace, findGap } from '../../changes/log-start';
import { vacancyLog } from '../../changes/vacancy-log';
import { pause } from '../../changes/wake';
import { errors } from '../../errors';
import { type MakeDeps, makeSnapshot } from './make-snapshot';
import {
  findSnapshot,
  PART_BYTES,
  readNewestSnapshot,
  readPart,
  type SnapshotFile,
} from './snapshot-rows';

export type { SnapshotFile } from './snapshot-rows';

/** Files with all public vacancies, for who begins a copy. */
export interface VacancySnapshots {
  /**
   * The newest file; one that is stale is made anew, and told as it is while that takes long.
   *
   * Errors: SERVICE_UNAVAILABLE while there is none yet.
   */
  current(signal: AbortSignal): Promise<SnapshotFile>;
  /** Null for a name that is none or was removed. */
  find(name: string): Promise<SnapshotFile | null>;
  /** The bytes from `start` up to, without, `end`. Errors: when the file is removed meanwhile. */
  read(file: SnapshotFile, start: number, end: number): AsyncGenerator<Buffer>;
}

interface Deps extends MakeDeps {
  readonly manager: EntityManager;
  /** A file that is younger is handed out without a look at what has changed. */
  readonly snapshotMinutes: number;
}

/** A request ends after 5 s; who asks for the first file of very many is told to come again. */
const LONGEST_WAIT_MS = 3_500;
const POLL_MS = 200;
const RETRY_SECONDS = 5;
const MINUTE_MS = 60_000;

export function vacancySnapshots(deps: Deps): VacancySnapshots {
  const { manager, clock, snapshotMinutes } = deps;
  let making: Promise<SnapshotFile | null> | null = null;
  const make = () => {
    making ??= makeSnapshot(deps).finally(() => {
      making = null;
    });
    return making;
  };
  return {
    current: async (signal) => {
      const newest = await readNewestSnapshot(manager);
      const ageMs = newest === null ? Number.POSITIVE_INFINITY : ageOf(newest, clock.now());
      if (newest !== null && ageMs < snapshotMinutes * MINUTE_MS) return newest;
      if (newest !== null && (await isUpToDate(manager, newest))) return newest;
      const made = await within(make(), () => othersOf(manager, newest), signal);
      if (made !== null) return made;
      if (newest !== null && (await findGap(vacancyLog(manager), placeOf(newest))) === null) {
        return newest;
      }
      throw errors.service.unavailable(RETRY_SECONDS);
    },
    find: (name) => findSnapshot(manager, name),
    read: (file, start, end) => readBytes(manager, file, start, end),
  };
}

const ageOf = ({ createdAt }: SnapshotFile, now: Date) => now.getTime() - createdAt.getTime();
const placeOf = ({ resumeFrom }: SnapshotFile): CursorPlace => resumeFrom;

/** Whether nothing changed behind it. */
async function isUpToDate(manager: EntityManager, { resumeFrom }: SnapshotFile): Promise<boolean> {
  const [{ changed }] = await manager.query<{ changed: boolean }[]>(
    `SELECT EXISTS (
       SELECT FROM outbox WHERE aggregate IN ('vacancy', 'record') AND (seq > $1 OR seq IS NULL)
     ) OR EXISTS (SELECT FROM vacancy_changes WHERE seq > $1) AS changed`,
    [resumeFrom],
  );
  return !changed;
}

/** The file that is being made here or, in vain here, elsewhere; null when that takes too long. */
async function within(
  making: Promise<SnapshotFile | null>,
  others: () => Promise<SnapshotFile | null>,
  signal: AbortSignal,
): Promise<SnapshotFile | null> {
  const late = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_WAIT_MS)]);
  const made = await Promise.race([making, pause(LONGEST_WAIT_MS, late).then(() => null)]);
  for (let found = made; ; found = await others()) {
    if (found !== null || late.aborted) return found;
    await pause(POLL_MS, late);
  }
}

/** A file that is newer than the one that was known. */
async function othersOf(
  manager: EntityManager,
  known: SnapshotFile | null,
): Promise<SnapshotFile | null> {
  const newest = await readNewestSnapshot(manager);
  return newest?.id === known?.id ? null : newest;
}

async function* readBytes(
  manager: EntityManager,
  { id }: SnapshotFile,
  start: number,
  end: number,
): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const part = Math.floor(at / PART_BYTES);
    const content = await readPart(manager, id, part);
    if (content === null) throw new Error('The snapshot was removed while it was read');
    const from = at - part * PART_BYTES;
    const bytes = content.subarray(from, Math.min(content.length, end - part * PART_BYTES));
    yield bytes;
    at += bytes.length;
  }
}
