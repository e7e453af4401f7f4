import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { EntityManager } from 'typeorm';
import { counters } from '../../changes/counters';
import type { Clock } from '../../clock';
import { encodeNodeId } from '../../ids/global-id';
import type { RunAs } from '../transaction';
import { listRecordIds, readRecordRows } from './record-rows';
import {
  beginSnapshot,
  completeSnapshot,
  dropSnapshot,
  PART_BYTES,
  type SnapshotFile,
  writePart,
} from './snapshot-rows';
import { toRecordLine } from './vacancy-record';

export interface MakeDeps {
  readonly runAs: RunAs;
  /** Reads as of one moment. */
  readonly readFrozen: RunAs;
  readonly clock: Clock;
}

/** Vacancies in memory at one time: some 1 MB. */
const ROWS_AT_ONCE = 500;

/**
 * A new file with the records of all vacancies that everybody may see, by id; null while another process makes one.
 *
 * All is read as of one moment, also the place to go on from: whatever got its place later comes behind it, whatever
 * committed earlier and has no place yet comes again.
 *
 * Cost: a query for 500 vacancies and one for 256 KB; memory does not grow with the vacancies but for their ids.
 */
export async function makeSnapshot(deps: MakeDeps): Promise<SnapshotFile | null> {
  const asSystem = <T>(work: (manager: EntityManager) => Promise<T>) => deps.runAs('system', work);
  return await deps.readFrozen('public', async (frozen) => {
    if (!(await isFirst(frozen))) return null;
    const createdAt = deps.clock.now();
    const resumeFrom = await readPlace(frozen);
    const id = await asSystem((manager) => beginSnapshot(manager, createdAt));
    try {
      const content = await writeContent(frozen, (part, bytes) =>
        asSystem((manager) => writePart(manager, { id, part, content: bytes })),
      );
      const name = nameOf(createdAt, content.sha256);
      const file = { id, name, resumeFrom, createdAt, ...content };
      await asSystem((manager) => completeSnapshot(manager, file));
      return file;
    } catch (error) {
      await asSystem((manager) => dropSnapshot(manager, id)).catch(() => undefined);
      throw error;
    }
  });
}

/** One maker at a time among all instances; PostgreSQL frees the place with the transaction, also after a crash. */
async function isFirst(manager: EntityManager): Promise<boolean> {
  const [{ locked }] = await manager.query<{ locked: boolean }[]>(
    "SELECT pg_try_advisory_xact_lock(hashtextextended('padan vacancy snapshot', 0)) AS locked",
  );
  return locked;
}

async function readPlace(manager: EntityManager): Promise<number> {
  const rows = await manager.query<{ seq: string }[]>(
    'SELECT seq FROM consumer_cursors WHERE name = $1',
    [counters.changes],
  );
  return Number(rows[0]?.seq ?? 0);
}

/** Says when it was made, and never means two files. */
function nameOf(createdAt: Date, sha256: string): string {
  const at = createdAt.toISOString().replace(/[-:]|\.\d+/g, '');
  return `vacancies-${at}-${sha256.slice(0, 12)}`;
}

async function writeContent(
  frozen: EntityManager,
  write: (part: number, bytes: Buffer) => Promise<void>,
): Promise<Omit<SnapshotFile, 'id' | 'name' | 'resumeFrom' | 'createdAt'>> {
  const [ofLines, ofFile] = [createHash('sha256'), createHash('sha256')];
  let [count, linesBytes, bytes, part] = [0, 0, 0, 0];
  const lines = async function* () {
    for await (const batch of readLines(frozen)) {
      const text = Buffer.from(batch.map((line) => `${line}\n`).join(''));
      count += batch.length;
      linesBytes += text.length;
      ofLines.update(text);
      yield text;
    }
  };
  const parts = async (chunks: AsyncIterable<Buffer>) => {
    let waiting: Buffer[] = [];
    let waitingBytes = 0;
    for await (const chunk of chunks) {
      ofFile.update(chunk);
      bytes += chunk.length;
      waiting.push(chunk);
      waitingBytes += chunk.length;
      while (waitingBytes >= PART_BYTES) {
        const all = Buffer.concat(waiting);
        await write(part++, all.subarray(0, PART_BYTES));
        waiting = [all.subarray(PART_BYTES)];
        waitingBytes -= PART_BYTES;
      }
    }
    if (waitingBytes > 0) await write(part, Buffer.concat(waiting));
  };
  await pipeline(Readable.from(lines()), createGzip(), parts);
  const hashes = { sha256: ofFile.digest('hex'), linesSha256: ofLines.digest('hex') };
  return { ...hashes, bytes, linesBytes, count };
}

/** The records by their ids, some at a time. */
async function* readLines(frozen: EntityManager): AsyncGenerator<string[]> {
  const ids = (await listRecordIds(frozen)).map((id) => [encodeNodeId('Vacancy', id), id] as const);
  // Ids are ASCII, so code units order them as bytes do in every language.
  ids.sort(([a], [b]) => (a < b ? -1 : 1));
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
    const wanted = ids.slice(from, from + ROWS_AT_ONCE).map(([, id]) => id);
    const rows = await readRecordRows(frozen, wanted);
    const lineOf = new Map(rows.map((row) => [row.id, toRecordLine(row)]));
    yield wanted.flatMap((id) => lineOf.get(id) ?? []);
  }
}
