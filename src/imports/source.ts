import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';

/** A file that can be read from its beginning twice: once to check it, once to take it. */
export interface ImportSource {
  /** File name; its extension tells the format. */
  readonly name: string;
  open(): Readable;
}

export const fileSource = (file: string): ImportSource => ({
  name: path.basename(file),
  open: () => createReadStream(file),
});

export const memorySource = (name: string, content: Buffer): ImportSource => ({
  name,
  open: () => Readable.from([content]),
});
