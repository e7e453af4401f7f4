import { closeSync, fstatSync, openSync } from 'node:fs';
import { fileSource, type ImportSource } from '../imports';

/** The file as a source, before anything is started for it. Errors: Error that names a file that cannot be read. */
export function readableFile(file: string): ImportSource {
  const reason = unreadable(file);
  if (reason !== null) throw new Error(`${file}: it cannot be read (${reason})`);
  return fileSource(file);
}

/** The code of the operating system; null when it can be read. */
function unreadable(file: string): string | null {
  try {
    const opened = openSync(file, 'r');
    try {
      return fstatSync(opened).isDirectory() ? 'EISDIR' : null;
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}
