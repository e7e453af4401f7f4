import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A folder of evaluation data; nothing of it is copied anywhere. */
export class DataFolder {
  constructor(private readonly folder: string) {}

  /** The first file of `names` that is not there, else null. */
  findMissing(names: readonly string[]): string | null {
    return names.find((name) => !existsSync(path.join(this.folder, name))) ?? null;
  }

  /** The records of a JSON Lines file. */
  readJsonLines<T>(name: string): T[] {
    return this.readLines(name).map((line) => JSON.parse(line) as T);
  }

  /** The rows of a file with tabs between its values, without the row of names. */
  readTable(name: string): string[][] {
    return this.readLines(name)
      .slice(1)
      .map((line) => line.split('\t'));
  }

  private readLines(name: string): string[] {
    return readFileSync(path.join(this.folder, name), 'utf8')
      .split(/\r?\n/)
      .filter((line) => line !== '');
  }
}
