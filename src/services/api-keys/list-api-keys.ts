import { ApiKey } from '../../entities';
import { officerOf } from '../offices/officer-of';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';

/** The newest are shown; an office gives out some dozens. */
const MOST_SHOWN = 100;

/**
 * The keys that were given inside the viewer's area, perhaps only one, the newest first.
 *
 * Errors: OFFICE_ONLY. Cost: 2 queries.
 */
export const listApiKeys =
  ({ readAs }: { readAs: RunAs }) =>
  (viewer: Viewer, id: string | null = null): Promise<ApiKey[]> =>
    readAs(actorOf(viewer), async (manager) => {
      await officerOf(manager, ['OFFICER']);
      return await manager.find(ApiKey, {
        where: id === null ? {} : { id },
        order: { createdAt: 'DESC', id: 'ASC' },
        take: MOST_SHOWN,
      });
    });
