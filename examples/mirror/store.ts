import { appendFileSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { moveInto, readIfThere, removeIfThere, writeWhole } from './files';
import { readJournal, writeEntry } from './journal';
import { fromLines, type Records, toLines } from './records';
import type { Change } from './source';

/** What `state.json` says: which files count. */
interface State {
  readonly generation: number;
  /** Where the file of this generation stands; the journal goes on from there. */
  readonly cursor: string;
}

/** A longer journal is merged into the file of vacancies. */
const LONGEST_JOURNAL_BYTES = 8_000_000;

/**
 * The copy in a folder: `vacancies-N.ndjson` as of a cursor, `changes-N.ndjson` with what came since, and `state.json`,
 * which says the N that counts. Who is killed at any moment finds a state that was whole, and its cursor.
 */
export class Store {
  private state: State | null = null;
  private kept: Records = new Map();
  private place: string | null = null;
  private journalBytes = 0;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    const text = readIfThere(path.join(folder, 'state.json'));
    if (text !== null) this.load(JSON.parse(text));
    this.removeOthers();
  }

  /** Where to go on; null = there is no copy yet. */
  get cursor(): string | null {
    return this.place;
  }

  get records(): Records {
    return this.kept;
  }

  /** The file with all vacancies, by id; complete once `merge` was called. */
  get file(): string | null {
    return this.state && this.fileOf('vacancies', this.state.generation);
  }

  /** Where a new beginning is to be written before `begin`. */
  get draft(): string {
    return path.join(this.folder, 'snapshot.draft');
  }

  /** Takes the lines in `draft`, as of a cursor, for the copy. */
  begin(cursor: string): void {
    const generation = (this.state?.generation ?? 0) + 1;
    moveInto(this.draft, this.fileOf('vacancies', generation));
    this.turnTo({ generation, cursor });
    this.load({ generation, cursor });
  }

  /** Takes changes in; on disk before it returns. */
  apply(changes: readonly Change[], cursor: string): void {
    if (this.state === null || cursor === this.place) return;
    const entry = writeEntry(changes, cursor);
    appendFileSync(this.fileOf('changes', this.state.generation), entry, { flush: true });
    this.journalBytes += Buffer.byteLength(entry);
    this.take(changes, cursor);
    if (this.journalBytes > LONGEST_JOURNAL_BYTES) this.merge();
  }

  /** Writes file and journal as one file. */
  merge(): void {
    if (this.state === null || this.place === null || this.journalBytes === 0) return;
    const next = { generation: this.state.generation + 1, cursor: this.place };
    writeWhole(this.fileOf('vacancies', next.generation), toLines(this.kept));
    this.turnTo(next);
    this.journalBytes = 0;
  }

  private turnTo(state: State): void {
    writeFileSync(this.fileOf('changes', state.generation), '', { flush: true });
    // From here on the new files count; before, the old ones did.
    writeWhole(path.join(this.folder, 'state.json'), `${JSON.stringify(state)}\n`);
    this.state = state;
    this.removeOthers();
  }

  private load(state: State): void {
    const text = readIfThere(this.fileOf('vacancies', state.generation));
    if (text === null) throw new Error(`${this.folder} lacks a file that state.json names`);
    this.kept = fromLines(text);
    this.state = state;
    this.place = state.cursor;
    const journalFile = this.fileOf('changes', state.generation);
    const journal = readJournal(readIfThere(journalFile) ?? '');
    for (const { changes, cursor } of journal.entries) this.take(changes, cursor);
    this.journalBytes = journal.bytes;
    if (journal.isTorn) truncateSync(journalFile, journal.bytes);
  }

  private take(changes: readonly Change[], cursor: string): void {
    for (const { vacancyId, record } of changes) {
      if (record === null) this.kept.delete(vacancyId);
      else this.kept.set(vacancyId, record);
    }
    this.place = cursor;
  }

  private removeOthers(): void {
    const { state } = this;
    const own = state && [
      this.fileOf('vacancies', state.generation),
      this.fileOf('changes', state.generation),
    ];
    for (const name of readdirSync(this.folder)) {
      if (!/^(vacancies|changes)-\d+\.ndjson(\.draft)?$|\.draft$/.test(name)) continue;
      const file = path.join(this.folder, name);
      if (!own?.includes(file)) removeIfThere(file);
    }
  }

  private fileOf(kind: 'vacancies' | 'changes', generation: number): string {
    return path.join(this.folder, `${kind}-${generation}.ndjson`);
  }
}
