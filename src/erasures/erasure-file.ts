import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { errors } from '../errors';
import type { ErasureLog, LoggedErasure } from '../services/erasure/erasure-deps';

/** Errors: one for a file that cannot be written or that somebody damaged. */
export class ErasureFileError extends Error {
  override name = 'ErasureFileError';
}

const write = (candidateId: string, at: Date) =>
  JSON.stringify({ erased: candidateId, at: at.toISOString() });
/** All lines look alike when every digit is the same one. */
const shapeOf = (line: string) => line.replace(/[0-9a-f]/g, '0');
const SHAPE = shapeOf(write('00000000-0000-0000-0000-000000000000', new Date(0)));
const NEWLINE = 10;
const RETRY_SECONDS = 30;

/**
 * The file that holds erasures outside the database: a line of JSON each, only appended, on the disk when `append`
 * resolves. Several processes of one machine may write it.
 *
 * Errors: SERVICE_UNAVAILABLE when the line cannot be kept: then nothing is erased.
 */
export function erasureFile(file: string): ErasureLog {
  return {
    append: ({ candidateId, at }) =>
      appendLine(file, write(candidateId, at)).catch((cause) => {
        throw errors.service.unavailable(RETRY_SECONDS, cause);
      }),
  };
}

/** Makes the file if it is not there. Errors: ErasureFileError when nobody could write it. */
export async function prepareErasureFile(file: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const isNew = !existsSync(file);
    const handle = await open(file, 'a', 0o600);
    await handle.close();
    if (isNew) await syncFolder(path.dirname(file));
  } catch (cause) {
    throw new ErasureFileError(`The log of erasures ${file} cannot be written`, { cause });
  }
}

/**
 * What the file holds, oldest first; nothing where there is none. A line that a crash cut off belongs to a transaction
 * that did not commit and is passed over.
 *
 * Errors: ErasureFileError for any other line that cannot be read: somebody would come back unseen.
 */
export async function readErasureFile(file: string): Promise<LoggedErasure[]> {
  if (!existsSync(file)) return [];
  const found: LoggedErasure[] = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    number += 1;
    const shape = shapeOf(line);
    if (shape === SHAPE) found.push(readLine(line));
    // Also an empty one: what a crash cut off ends where the next line begins.
    else if (!SHAPE.startsWith(shape)) {
      throw new ErasureFileError(`The log of erasures ${file} is damaged in line ${number}`);
    }
  }
  return found;
}

function readLine(line: string): LoggedErasure {
  const { erased, at } = JSON.parse(line) as { erased: string; at: string };
  return { candidateId: erased, at: new Date(at) };
}

async function appendLine(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a+', 0o600);
  try {
    const { size } = await handle.stat();
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
    const isTorn = size > 0 && buffer[0] !== NEWLINE;
    // One write: what others append meanwhile stands before or behind it.
    await handle.write(`${isTorn ? '\n' : ''}${line}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A new file is there after a power cut only when its folder says so. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
