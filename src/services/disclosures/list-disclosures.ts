import { type FindOptionsWhere, LessThan } from 'typeorm';
import { Disclosure } from '../../entities';
import { requireOwnCandidate } from '../candidates/change-own';
import { type Slice, type SliceRequest, sliceOf } from '../slice';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';

/**
 * Who read who the signed-in person is, newest first; a place is the id.
 *
 * Errors: CANDIDATE_ONLY. Cost: 3 queries.
 */
export const listDisclosures =
  ({ readAs }: { readAs: RunAs }) =>
  async (viewer: Viewer, request: SliceRequest<string>): Promise<Slice<Disclosure>> => {
    const { id: candidateId } = await requireOwnCandidate(readAs, viewer);
    return await readAs(`candidate:${candidateId}`, async (manager) => {
      const where: FindOptionsWhere<Disclosure> = { candidateId };
      const total = await manager.countBy(Disclosure, where);
      if (request.after !== null) where.id = LessThan(request.after);
      const rows = await manager.find(Disclosure, {
        where,
        order: { id: 'DESC' },
        take: request.first + 1,
      });
      return sliceOf(rows, request, total, ({ id }) => id);
    });
  };
