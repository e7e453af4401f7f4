import type { Readable } from 'node:stream';
import { StructuralFault } from './faults';

const NEW_LINE = 10;

/**
 * The text of a byte stream.
 *
 * Errors: StructuralFault with the line of the first bytes that are not UTF-8.
 */
export async function* decodeUtf8(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for await (const chunk of stream) {
    const bytes = chunk as Buffer;
    yield decode(
      () => decoder.decode(bytes, { stream: true }),
      () => line + linesBeforeFault(bytes),
    );
    line += countLines(bytes);
  }
  yield decode(
    () => decoder.decode(),
    () => line,
  );
}

function decode(run: () => string, lineOf: () => number): string {
  try {
    return run();
  } catch {
    throw new StructuralFault('the text is not UTF-8; save it as "CSV UTF-8"', lineOf());
  }
}

function linesBeforeFault(bytes: Buffer): number {
  let lines = 0;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(NEW_LINE, start);
    const line = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (end === -1 || line.toString('utf8').includes('\ufffd')) return lines;
    lines++;
    start = end + 1;
  }
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (const byte of bytes) if (byte === NEW_LINE) lines++;
  return lines;
}
