import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataFolder } from '../../src/evaluation/files';
import {
  evaluateRanking,
  type RankingVariant,
  rankingVariants,
} from '../../src/evaluation/mobility';
import { mobilityFiles, readMobility } from '../../src/evaluation/mobility-data';

const dir = mkdtempSync(path.join(tmpdir(), 'padan-mobility-'));

const lines = (records: readonly object[]) => records.map((x) => `${JSON.stringify(x)}\n`).join('');
const write = (name: string, text: string) => writeFileSync(path.join(dir, name), text);

const jobs = [
  { code: 'A1101', title: 'Kitchen work', needs: ['cook', 'clean'], acts: ['serve'] },
  { code: 'A1102', title: 'Kitchen help', needs: ['cook', 'wash'], acts: ['serve'] },
  { code: 'B2201', title: 'Driving', needs: ['drive', 'load'], acts: ['travel'] },
];

beforeAll(() => {
  const labels = ['cook', 'clean', 'wash', 'drive', 'load'];
  write('competencies.jsonl', lines(labels.map((id) => ({ id, label_en: `to ${id}` }))));
  const asVacancy = ({ code, title, needs, acts }: (typeof jobs)[number]) => ({
    id: `V-${code}`,
    occupation_code: code,
    title_en: title,
    required: needs.map((competency) => ({ competency, importance: 'essential' })),
    activity_ids: acts.map((id) => ({ id, importance: 'optional' })),
  });
  const asCandidate = ({ code, needs, acts }: (typeof jobs)[number]) => ({
    id: `C-${code}`,
    occupation_code: code,
    competencies: needs,
    activity_ids: acts,
  });
  write('vacancies.jsonl', lines(jobs.map(asVacancy)));
  write('candidates.jsonl', lines(jobs.map(asCandidate)));
  write('qrels_vacancy_to_candidates.tsv', 'query\tdoc\tgrade\nV-A1101\tC-A1102\t2\n');
  write('qrels_candidate_to_vacancies.tsv', 'query\tdoc\tgrade\nC-A1102\tV-A1101\t1\n');
});

afterAll(() => rmSync(dir, { recursive: true }));

describe('evaluateRanking', () => {
  test.each(Object.keys(rankingVariants) as RankingVariant[])(
    'finds the neighbouring job first in both directions: %s',
    (variant) => {
      const outcomes = evaluateRanking(readMobility(new DataFolder(dir)), variant);
      expect(outcomes).toMatchObject([
        { task: 'vacancy_to_candidates', queries: 1, docs: 3, ndcg10: 1, map: 1, recall20: 1 },
        { task: 'candidate_to_vacancies', queries: 1, docs: 3, ndcg10: 1, map: 1, recall20: 1 },
      ]);
    },
  );
});

describe('DataFolder', () => {
  it('says which file is missing', () => {
    expect(new DataFolder(dir).findMissing(mobilityFiles)).toBeNull();
    expect(new DataFolder(path.join(dir, 'none')).findMissing(mobilityFiles)).toBe(
      'competencies.jsonl',
    );
  });
});
