import { MoreThan } from 'typeorm';
import { RankingLogRow } from '../../entities';
import { type Slice, type SliceRequest, sliceOf } from '../slice';
import type { RunAs } from '../transaction';

/**
 * The public log of sealed orders, oldest first, so that whoever follows it continues where they stopped.
 *
 * Cost: 2 queries.
 */
export const listRankingLog =
  ({ readAs }: { readAs: RunAs }) =>
  (vacancyId: string | null, request: SliceRequest<number>): Promise<Slice<RankingLogRow>> =>
    readAs('public', async (manager) => {
      const ofVacancy = vacancyId === null ? {} : { vacancyId };
      const rows = await manager.find(RankingLogRow, {
        where: { ...ofVacancy, sequence: MoreThan(request.after ?? 0) },
        order: { sequence: 'ASC' },
        take: request.first + 1,
      });
      const total = await manager.countBy(RankingLogRow, ofVacancy);
      return sliceOf(rows, request, total, ({ sequence }) => sequence);
    });
