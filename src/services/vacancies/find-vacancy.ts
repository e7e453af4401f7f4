import { Vacancy } from '../../entities';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';

/**
 * A vacancy that the viewer may read; null when it is missing or hidden, which look the same.
 *
 * Row level security decides: anybody reads what is or was public, an employer also its drafts. A closed vacancy
 * stays at its address and says so.
 * Cost: 1 query.
 */
export const findVacancy =
  (readAs: RunAs) =>
  (viewer: Viewer | null, by: { id: string } | { slug: string }): Promise<Vacancy | null> =>
    readAs(actorOf(viewer), (manager) => manager.findOneBy(Vacancy, by));
