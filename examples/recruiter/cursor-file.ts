import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Where in the stream the program stands, in a file that survives it. */
export class CursorFile {
  private saved: string | null;

  constructor(private readonly file: string) {
    this.saved = readIfThere(file);
  }

  /** Null = nothing was ever read. */
  get cursor(): string | null {
    return this.saved;
  }

  /** Whole or not at all: who is stopped in between leaves the old cursor behind. */
  save(cursor: string): void {
    if (cursor === this.saved) return;
    const draft = `${this.file}.${process.pid}`;
    writeFileSync(draft, `${cursor}\n`, { flush: true });
    renameSync(draft, this.file);
    this.saved = cursor;
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
