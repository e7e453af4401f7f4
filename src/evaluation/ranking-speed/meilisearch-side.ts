import type { CandidateFacts } from '../../matching/core/facts';
import { areaCode, rangeCode } from '../../matching/facts/area-codes';
import { selectPeople } from '../../matching/meilisearch-engine';
import { rankSlots } from '../../matching/slots/rank-slots';
import { findCandidateNumbers } from '../../search/candidate-search';
import type { SearchClient } from '../../search/client';
import { type CandidateDocument, candidateDocument } from '../../search/documents';
import { createIndex, finish, putDocuments } from '../../search/index-writer';
import { FIRST, outline, type Prepared } from './prepared';
import type { EngineStart } from './side-by-side';

const DOCUMENTS_PER_TASK = 20_000;

/**
 * What `MeilisearchEngine` does: ids from the index, then exact scores; without its limits of 5,000 ids and 50,000 people,
 * above which the service scans.
 */
export const meilisearchSide = (client: SearchClient): EngineStart => ({
  name: 'meilisearch',
  start: async (prepared) => {
    await fill(client, prepared);
    const { people } = prepared;
    let ids = 0;
    let searches = 0;
    return {
      rank: async (vacancy) => {
        const query = selectPeople(vacancy);
        if (query === null) return outline(rankSlots(people, vacancy, { first: FIRST }));
        const { numbers } = await findCandidateNumbers(client, query, people.size);
        ids += numbers.length;
        searches += 1;
        const found = rankSlots(people, vacancy, { first: FIRST }, new Set(numbers));
        return outline({ ...found, considered: people.size });
      },
      takeNotes: () => {
        const idsShipped = Math.round(ids / Math.max(1, searches));
        ids = 0;
        searches = 0;
        return { idsShipped };
      },
    };
  },
});

async function fill(client: SearchClient, { world, size }: Prepared): Promise<void> {
  const indexName = client.indexName('candidates');
  await createIndex(client, 'candidates', indexName);
  const index = client.writer.index(indexName);
  await finish(client, index.updatePagination({ maxTotalHits: size.people }));
  let batch: CandidateDocument[] = [];
  for (const facts of world.people(size.people)) {
    batch.push(documentOf(facts));
    if (batch.length < DOCUMENTS_PER_TASK) continue;
    await putDocuments(client, indexName, batch);
    batch = [];
  }
  await putDocuments(client, indexName, batch);
}

const documentOf = (facts: CandidateFacts): CandidateDocument =>
  candidateDocument({
    number: facts.person,
    version: 1,
    regionCode: facts.district === null ? null : areaCode(facts.district),
    willingRegionCodes: facts.willingAreas.flatMap((area) => rangeCode(area) ?? []),
    competencies: facts.competencies.map(({ competency, level }) => ({
      ...{ number: competency, level },
    })),
    occupations: [],
  });
