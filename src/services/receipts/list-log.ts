import { MoreThan } from 'typeorm';
import { RankingLogRow } from '../../entities';
import { toHex } from '../../matching/core/bytes';
import type { LogEntry } from '../../matching/core/ranking-log';
import { type Slice, type SliceRequest, sliceOf } from '../slice';
import type { RunAs } from '../transaction';
import { toLogEntry } from './seal-rows';

/** An entry with the two hashes that chain it. */
export type ChainedEntry = LogEntry & { readonly previousHash: string; readonly entryHash: string };

export const toChained = (row: RankingLogRow): ChainedEntry => ({
  ...toLogEntry(row),
  previousHash: toHex(row.previousHash),
  entryHash: toHex(row.entryHash),
});

/**
 * The public log of sealed orders, oldest first, so that whoever follows it continues where they stopped.
 *
 * Cost: 2 queries.
 */
export const listRankingLog =
  ({ readAs }: { readAs: RunAs }) =>
  (vacancyId: string | null, request: SliceRequest<number>): Promise<Slice<ChainedEntry>> =>
    readAs('public', async (manager) => {
      const ofVacancy = vacancyId === null ? {} : { vacancyId };
      const rows = await manager.find(RankingLogRow, {
        where: { ...ofVacancy, sequence: MoreThan(request.after ?? 0) },
        order: { sequence: 'ASC' },
        take: request.first + 1,
      });
      const total = await manager.countBy(RankingLogRow, ofVacancy);
      return sliceOf(rows.map(toChained), request, total, ({ sequence }) => sequence);
    });
