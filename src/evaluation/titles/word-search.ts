import type { Settings } from 'meilisearch';
import type { SearchClient } from '../../search/client';
import { dropIndex, finish } from '../../search/index-writer';
import type { UnitGroup } from './groups';

const INDEX = 'evaluation_titles';

/** The whole title, beside the sum over its words. Source: formula k4, docs/adr/0009-title-ranking.md. */
const WHOLE_WEIGHT = 0.4;

const SETTINGS: Settings = {
  searchableAttributes: ['title', 'names', 'body'],
  rankingRules: ['words', 'typo', 'exactness', 'attribute', 'proximity'],
  stopWords: [],
  typoTolerance: { minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
};

/** Searches unit groups in an index of their own, which is there only while `run` runs. */
export async function withTitleSearch<T>(
  client: SearchClient,
  groups: readonly UnitGroup[],
  run: (search: TitleSearch) => Promise<T>,
): Promise<T> {
  const name = client.indexName(INDEX);
  const index = client.writer.index(name);
  await dropIndex(client, name);
  try {
    await finish(client, client.writer.createIndex(name, { primaryKey: 'id' }));
    await finish(client, index.updateSettings(SETTINGS));
    await finish(client, index.addDocuments([...groups], { primaryKey: 'id' }));
    return await run(new TitleSearch(client, name, groups));
  } finally {
    await dropIndex(client, name);
  }
}

/** One search a word, scores added up: the search server forgives slips word by word. */
export class TitleSearch {
  private readonly placeOf: ReadonlyMap<string, number>;

  constructor(
    private readonly client: SearchClient,
    private readonly indexUid: string,
    groups: readonly UnitGroup[],
  ) {
    this.placeOf = new Map(groups.map(({ id }, place) => [id, place]));
  }

  /** One number a group, each word weighing the rarer, the more. Cost: one request. */
  async score(words: readonly string[]): Promise<number[]> {
    const { results } = await this.client.writer.multiSearch({
      queries: [...words, words.join(' ')].map((q) => ({
        indexUid: this.indexUid,
        q,
        limit: this.placeOf.size,
        matchingStrategy: 'frequency' as const,
        attributesToRetrieve: ['id'],
        showRankingScore: true,
      })),
    });
    const rarities = words.map((_, at) =>
      Math.log(1 + this.placeOf.size / Math.max(1, results[at].hits.length)),
    );
    const whole = WHOLE_WEIGHT * rarities.reduce((a, b) => a + b, 0);
    const scores = new Array<number>(this.placeOf.size).fill(0);
    results.forEach(({ hits }, at) => {
      for (const { id, _rankingScore } of hits) {
        const place = this.placeOf.get(String(id)) ?? 0;
        scores[place] += (rarities[at] ?? whole) * (_rankingScore ?? 0);
      }
    });
    return scores;
  }
}
