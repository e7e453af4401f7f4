import { CandidateOrigin } from '../../entities';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';
import { findOwnCandidate } from './own-candidate';

/** As many as are told, the newest. Source: our choice; most people stand in one book. */
const MOST = 10;

/**
 * The rows of the office's books that name the signed-in person, the newest first; none for an account that is nobody's.
 *
 * Cost: 2 queries.
 */
export const listOrigins =
  ({ readAs }: { readAs: RunAs }) =>
  async (viewer: Viewer): Promise<CandidateOrigin[]> => {
    const own = await findOwnCandidate(readAs, viewer);
    if (own === null) return [];
    return readAs(`candidate:${own.id}`, (manager) =>
      manager.find(CandidateOrigin, {
        where: { candidateId: own.id },
        order: { importedAt: 'DESC', id: 'ASC' },
        take: MOST,
      }),
    );
  };
