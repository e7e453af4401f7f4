import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataFolder } from '../../../src/evaluation/files';
import { evaluateTitles, scoreTitles, titleFiles } from '../../../src/evaluation/titles/evaluate';
import { SearchClient } from '../../../src/search/client';
import { indexExists } from '../../../src/search/index-writer';
import { meilisearchForTest } from '../../support/test-servers';

const { indexPrefix, ...server } = meilisearchForTest();
const client = new SearchClient(server, { indexPrefix });
const dir = mkdtempSync(path.join(tmpdir(), 'padan-titles-'));
const folder = new DataFolder(dir);

const groups = [
  { id: '1111', title: 'Pembuat roti', description: 'Mengolah adonan dan memanggang roti.' },
  { id: '2222', title: 'Pengemudi truk', description: 'Mengemudikan kendaraan berat.' },
  { id: '3333', title: 'Guru sekolah dasar', description: 'Mengajar anak.' },
];
const queries = [
  ['1', 'Pembuat roti', 'unused', '1111', '1'],
  ['2', 'Pengemudi kendaraan berat', 'unused', '2222', '0'],
  ['3', 'Guru kelas', 'unused', '3333', '0'],
];

beforeAll(() => {
  writeFileSync(
    path.join(dir, titleFiles[0]),
    groups.map((group) => `${JSON.stringify(group)}\n`).join(''),
  );
  const header = ['query_id', 'title', 'description', 'relevant_unit_group', 'listed'];
  writeFileSync(
    path.join(dir, titleFiles[1]),
    [header, ...queries].map((row) => `${row.join('\t')}\n`).join(''),
  );
});

afterAll(() => {
  rmSync(dir, { recursive: true });
  client.close();
});

describe('evaluating titles on a real search server', () => {
  it('finds plain titles first, with and without a slip of the pen', async () => {
    for (const typoSeed of [null, 1, 2]) {
      const outcome = evaluateTitles(await scoreTitles(folder, client, typoSeed), 'blend');
      expect(outcome).toMatchObject({ queries: 3, mrr: 1, recall5: 1 });
      expect(outcome.hard).toEqual({ queries: 2, mrr: 1, recall5: 1 });
    }
  });

  it('leaves no index behind', async () => {
    await scoreTitles(folder, client, null);
    expect(await indexExists(client, client.indexName('evaluation_titles'))).toBe(false);
  });
});
