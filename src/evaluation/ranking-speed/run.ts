import { withClient } from '../../database/bootstrap';
import type { CandidateFacts } from '../../matching/core/facts';
import { SearchClient } from '../../search/client';
import { compareWithOracle } from './compare';
import type { SpeedLine } from './lines';
import { measureFilling, measureScan } from './measure';
import { meilisearchSide } from './meilisearch-side';
import type { WorldSize } from './prepared';
import { withScratchServers } from './scratch';
import { type EngineStart, measureSideBySide, objectsEngine } from './side-by-side';
import { sqlSides } from './sql-side';
import { measureWhatIf } from './what-if';

export const sideNames = ['objects', 'sql', 'meilisearch'] as const;
export type SideName = (typeof sideNames)[number];

export interface SpeedOptions extends WorldSize {
  /** Vacancies of each reach held against the formula. */
  readonly compared: number;
  /** Engines measured beside the scan. */
  readonly sides: readonly SideName[];
  /** Vacancies of each reach that these rank. */
  readonly sideVacancies: number;
}

const READ_LIMIT_MS = 120_000;

/** Ranks invented vacancies over invented people: memory, times, what others need for the same, and whether it is the same. */
export async function measureRanking(
  options: SpeedOptions,
  say: (line: SpeedLine) => void,
): Promise<void> {
  const { prepared, line } = measureFilling(options);
  say(line);
  for (const found of measureScan(prepared)) say(found);
  say(measureWhatIf(prepared));
  const { compared, sides, sideVacancies } = options;
  if (compared === 0 && sides.length === 0) return;
  const plain: CandidateFacts[] = [...prepared.world.people(options.people)];
  for (const found of compareWithOracle(prepared, compared, plain)) say(found);
  await withSides(sides, plain, async (engines) => {
    for await (const found of measureSideBySide(prepared, engines, sideVacancies)) say(found);
  });
}

/** Starts servers only for who needs them. */
async function withSides(
  names: readonly SideName[],
  plain: readonly CandidateFacts[],
  run: (engines: readonly EngineStart[]) => Promise<void>,
): Promise<void> {
  const inMemory = names.includes('objects') ? [objectsEngine(plain)] : [];
  if (!names.includes('sql') && !names.includes('meilisearch')) return await run(inMemory);
  await withScratchServers(({ database, meilisearch }) =>
    withClient(database.migratorUrl, async (client) => {
      // A lost connection shows in the next statement; unheard, it would end the process before it tidied up.
      client.on('error', () => undefined);
      if (meilisearch === null) throw new Error('There is no Meilisearch for this machine');
      const search = new SearchClient(meilisearch, { readLimitMs: READ_LIMIT_MS });
      try {
        await run([
          ...inMemory,
          ...(names.includes('sql') ? sqlSides(client) : []),
          ...(names.includes('meilisearch') ? [meilisearchSide(search)] : []),
        ]);
      } finally {
        search.close();
      }
    }),
  );
}
