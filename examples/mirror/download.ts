import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip } from 'node:zlib';
import { Passing, refuseBadStatus, type Snapshot, type Source } from './source';

/**
 * Fetches the newest snapshot and writes its lines to a file; returns the cursor to go on from. Nothing of it counts
 * before both sums were compared.
 */
export function download(source: Source, file: string, signal: AbortSignal): Promise<string> {
  return source.retry(async () => {
    const snapshot = await source.snapshot();
    await fetchLines(snapshot, file, signal).catch((error: Error) => {
      signal.throwIfAborted();
      if (error instanceof Passing) throw error;
      throw new Passing(`The snapshot did not arrive (${error.message})`);
    });
    return snapshot.resumeFrom;
  });
}

async function fetchLines(snapshot: Snapshot, file: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(snapshot.url, { signal });
  refuseBadStatus(response);
  if (!response.ok || response.body === null) throw new Error(`${response.status}`);
  const [ofFile, ofLines] = [summing(), summing()];
  await pipeline(
    Readable.fromWeb(response.body as ReadableStream),
    ofFile.stream,
    createGunzip(),
    ofLines.stream,
    createWriteStream(file, { flush: true }),
    { signal },
  );
  if (ofFile.sum() !== snapshot.sha256) throw new Error('its SHA-256 is another');
  if (ofLines.sum() !== snapshot.linesSha256)
    throw new Error('the SHA-256 of its lines is another');
}

/** Lets bytes through and sums them up. */
function summing() {
  const hash = createHash('sha256');
  const stream = new Transform({
    transform: (chunk: Buffer, _, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, sum: () => hash.digest('hex') };
}
