import { errors } from '../../errors';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';
import { liveMemberships } from './acts-for';

/**
 * The employer on whose budget the viewer asks what belongs to no vacancy.
 *
 * Ties: several give the one acted for longest, then by id; never the one that is asked for.
 * Errors: EMPLOYER_ONLY when the viewer acts for none at `at`.
 * Cost: 1 query.
 */
export async function employerOf(readAs: RunAs, viewer: Viewer, at: Date): Promise<string> {
  const longest = await readAs(actorOf(viewer), (manager) =>
    liveMemberships(manager, viewer.accountId, at)
      .orderBy('membership.startsAt')
      .addOrderBy('membership.employerId')
      .limit(1)
      .getOne(),
  );
  if (longest === null) throw errors.employer.only();
  return longest.employerId;
}
