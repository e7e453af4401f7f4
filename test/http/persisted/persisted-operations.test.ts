import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSchema, parse, print, validate } from 'graphql';
import { loadOperations } from '../../../src/http/persisted/persisted-operations';

const root = path.resolve(__dirname, '../../..');
const folder = path.join(root, 'operations/public');
const files = readdirSync(folder);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a file of operations/public', () => {
  const schema = buildSchema(readFileSync(path.join(root, 'schema/public.graphql'), 'utf8'));

  it.each(files)('%s is written as graphql prints it, and fits the public schema', (file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    expect(text).toBe(`${print(parse(text))}\n`);
    expect(validate(schema, parse(text))).toEqual([]);
  });
});

describe('loadOperations', () => {
  let made: string;
  beforeEach(() => {
    made = mkdtempSync(path.join(tmpdir(), 'padan-operations-'));
  });
  afterEach(() => rmSync(made, { recursive: true }));
  const write = (name: string, text: string) => writeFileSync(path.join(made, name), text);

  it('lists every file by the hash of its text, with its variables', () => {
    const { manifest } = loadOperations();
    expect(manifest).toMatchObject({ format: 'apollo-persisted-query-manifest', version: 1 });
    expect(manifest.operations).toHaveLength(files.length);
    for (const { id, body } of manifest.operations) expect(id).toBe(sha256(body));
    const suggest = manifest.operations.find(({ name }) => name === 'Suggest');
    expect(suggest?.variables).toContainEqual({ name: 'first', type: 'Int!', defaultValue: '10' });
    expect(suggest?.variables[0]).toEqual({ name: 'q', type: 'String!', defaultValue: null });
  });

  it('finds a text with and without its last line break, and nothing else', () => {
    write('one.graphql', 'query One {\n  __typename\n}\n');
    const operations = loadOperations(made);
    const text = 'query One {\n  __typename\n}\n';
    expect(operations.textOf(sha256(text))).toBe(text);
    expect(operations.textOf(sha256(text.trimEnd()))).toBe(text);
    for (const hash of ['', 'a'.repeat(64), null, undefined, 7, ['x'], '__proto__']) {
      expect(operations.textOf(hash)).toBeNull();
    }
  });

  it.each([
    ['two operations', 'query A { __typename } query B { __typename }'],
    ['no name', '{ __typename }'],
    ['a mutation', 'mutation M { __typename }'],
  ])('refuses a file with %s', (_, text) => {
    write('odd.graphql', text);
    expect(() => loadOperations(made)).toThrow('one named query');
  });

  it('refuses one name twice', () => {
    write('one.graphql', 'query Same { __typename }');
    write('two.graphql', 'query Same { x: __typename }');
    expect(() => loadOperations(made)).toThrow('one name');
  });
});
