import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Store } from '../../examples/mirror/store';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mirror-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const record = (id: string, title = 'Satpam') => JSON.stringify({ schemaVersion: 1, id, title });
const put = (id: string, title?: string) => ({ vacancyId: id, record: record(id, title) });
const drop = (id: string) => ({ vacancyId: id, record: null });

function begun(): Store {
  const store = new Store(folder);
  writeFileSync(store.draft, `${record('a')}\n${record('b')}\n`);
  store.begin('at 1');
  return store;
}

const textOf = (store: Store) => readFileSync(store.file ?? '', 'utf8');

describe('the store of a mirror', () => {
  it('has no cursor before it has begun', () => {
    expect(new Store(folder).cursor).toBeNull();
  });

  it('finds again what it took in, with the cursor of it', () => {
    const store = begun();
    store.apply([put('c'), drop('a')], 'at 2');
    store.apply([put('b', 'Kasir')], 'at 3');
    const again = new Store(folder);
    expect([again.cursor, [...again.records.keys()]]).toEqual(['at 3', ['b', 'c']]);
    again.merge();
    expect(textOf(again)).toBe(`${record('b', 'Kasir')}\n${record('c')}\n`);
    expect(readdirSync(folder).sort()).toEqual([
      'changes-2.ndjson',
      'state.json',
      'vacancies-2.ndjson',
    ]);
  });

  it('goes on from the page before where it was killed within one, at whatever byte', () => {
    const store = begun();
    store.apply([put('c')], 'at 2');
    const journal = path.join(folder, 'changes-1.ndjson');
    const first = readFileSync(journal).length;
    store.apply([put('d', 'Tukang las 漢字'), drop('a')], 'at 3');
    const whole = readFileSync(journal);
    for (let bytes = whole.length - 1; bytes >= first; bytes -= 1) {
      writeFileSync(journal, whole);
      truncateSync(journal, bytes);
      const again = new Store(folder);
      expect([again.cursor, again.records.size]).toEqual(['at 2', 3]);
      expect(readFileSync(journal)).toHaveLength(first);
      again.apply([put('d')], 'at 3');
      expect(new Store(folder).cursor).toBe('at 3');
    }
  });

  it('keeps the old state where it was killed before the new one counts', () => {
    const store = begun();
    store.apply([put('c')], 'at 2');
    writeFileSync(path.join(folder, 'vacancies-2.ndjson'), 'half a');
    writeFileSync(path.join(folder, 'changes-2.ndjson'), '');
    writeFileSync(path.join(folder, 'state.json.draft'), '{"gen');
    writeFileSync(store.draft, 'half a snapshot');
    const again = new Store(folder);
    expect([again.cursor, again.records.size]).toEqual(['at 2', 3]);
    expect(readdirSync(folder).sort()).toEqual([
      'changes-1.ndjson',
      'state.json',
      'vacancies-1.ndjson',
    ]);
  });

  it('takes a new beginning in the place of all that it had', () => {
    const store = begun();
    store.apply([put('c')], 'at 2');
    writeFileSync(store.draft, `${record('z')}\n`);
    store.begin('at 9');
    expect([store.cursor, [...store.records.keys()]]).toEqual(['at 9', ['z']]);
    expect(new Store(folder).cursor).toBe('at 9');
  });

  it('refuses records of a version that it does not know', () => {
    const store = new Store(folder);
    writeFileSync(store.draft, '{"schemaVersion":2,"id":"a"}\n');
    expect(() => store.begin('at 1')).toThrow('version 2');
  });
});
