import { areaCode, rangeCode } from '../../src/matching/facts/area-codes';
import { MeilisearchEngine } from '../../src/matching/meilisearch-engine';
import { ScanEngine } from '../../src/matching/scan-engine';
import { findCandidateNumbers } from '../../src/search/candidate-search';
import { isOutage, SearchClient } from '../../src/search/client';
import { candidateDocument } from '../../src/search/documents';
import { createIndex, dropIndex, putDocuments } from '../../src/search/index-writer';
import { meilisearchForTest } from '../support/test-servers';
import type { World } from './core/worlds';
import { describeEngine } from './engine-contract';

const { indexPrefix, ...server } = meilisearchForTest();
const client = new SearchClient(server, { indexPrefix, readLimitMs: 10_000 });
const indexName = client.indexName('candidates');
const clock = { now: () => new Date('2026-11-21T00:00:00Z') };

beforeAll(async () => {
  await createIndex(client, 'candidates', indexName);
});

afterAll(async () => {
  await dropIndex(client, indexName);
  client.close();
});

const documentsOf = (world: World) =>
  world.candidates.map((facts) =>
    candidateDocument({
      number: facts.person,
      version: 1,
      regionCode: facts.district === null ? null : areaCode(facts.district),
      willingRegionCodes: facts.willingAreas.map((area) => rangeCode(area) ?? ''),
      competencies: facts.competencies.map(({ competency, level }) => ({
        number: competency,
        level,
      })),
      occupations: [],
    }),
  );

describeEngine(
  'MeilisearchEngine over Meilisearch',
  async (world, store) => {
    const source = { current: async () => store };
    await putDocuments(client, indexName, documentsOf(world));
    const ranker = new MeilisearchEngine({
      source,
      scan: new ScanEngine(source),
      findNumbers: (query, limit) => findCandidateNumbers(client, query, limit),
      isIndexReady: () => true,
      isOutage,
      clock,
    });
    const dispose = async () => {
      await client.writer.index(indexName).deleteAllDocuments().waitTask();
    };
    return { ranker, dispose };
  },
  15,
);
