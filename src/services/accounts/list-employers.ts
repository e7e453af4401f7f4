import { Employer } from '../../entities';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';
import { liveMemberships } from './acts-for';

/**
 * The employers for which a viewer acts at `at`.
 *
 * Ties: by name, then id. Cost: 1 query.
 */
export const listEmployers =
  (readAs: RunAs) =>
  (viewer: Viewer, at: Date): Promise<Employer[]> =>
    readAs(actorOf(viewer), (manager) => {
      const mine = liveMemberships(manager, viewer.accountId, at).select('membership.employerId');
      return manager
        .createQueryBuilder(Employer, 'employer')
        .where(`employer.id IN (${mine.getQuery()})`)
        .setParameters(mine.getParameters())
        .orderBy('employer.name')
        .addOrderBy('employer.id')
        .getMany();
    });
