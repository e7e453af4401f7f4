import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Objection } from '../../entities';
import { requireOwnCandidate } from '../candidates/change-own';
import { isOfficersPerson, officerAreas } from '../offices/officers-person';
import { type Slice, type SliceRequest, sliceOf } from '../slice';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';

type ObjectionPlace = readonly [at: string, id: string];

/**
 * The objections of the signed-in person, newest first, or one of them.
 *
 * Ties: by id. Errors: CANDIDATE_ONLY. Cost: 3 queries.
 */
export const listObjections =
  ({ readAs }: { readAs: RunAs }) =>
  async (
    viewer: Viewer,
    request: SliceRequest<ObjectionPlace>,
    only: string | null = null,
  ): Promise<Slice<Objection>> => {
    const own = await requireOwnCandidate(readAs, viewer);
    return await readAs(`candidate:${own.id}`, (manager) => {
      const query = all(manager).where('objection.candidateId = :own', { own: own.id });
      if (only !== null) query.andWhere('objection.id = :only', { only });
      return page(query, 'filedAt', request);
    });
  };

/**
 * The objections of people of an officer's area that nobody decided, the most urgent first: those that are overdue lead.
 *
 * Ties: by id. Errors: OFFICE_ONLY. Cost: 3 queries.
 */
export const objectionQueue =
  ({ readAs }: { readAs: RunAs }) =>
  (viewer: Viewer, request: SliceRequest<ObjectionPlace>): Promise<Slice<Objection>> =>
    // The rights of an office end at its desk: no row of a person is open to its accounts.
    readAs('system', async (manager) => {
      const areas = await officerAreas(manager, viewer.accountId);
      const query = all(manager)
        .innerJoin('objection.candidate', 'person')
        .where('objection.endedAt IS NULL')
        .andWhere(
          `('ID' = ANY(:areas) OR EXISTS (SELECT FROM unnest(:areas::text[]) AS area
             WHERE person.region_code = area OR starts_with(person.region_code, area || '.')))`,
          { areas },
        );
      return await page(query, 'dueAt', request);
    });

const all = (manager: EntityManager) => manager.createQueryBuilder(Objection, 'objection');

/** By `dueAt` the earliest first, by `filedAt` the latest. */
async function page(
  query: SelectQueryBuilder<Objection>,
  order: 'filedAt' | 'dueAt',
  request: SliceRequest<ObjectionPlace>,
): Promise<Slice<Objection>> {
  const [direction, isBehind] =
    order === 'dueAt' ? (['ASC', '>'] as const) : (['DESC', '<'] as const);
  const total = await query.getCount();
  if (request.after !== null) {
    const [at, id] = request.after;
    query.andWhere(`(objection.${order}, objection.id) ${isBehind} (:at, :id)`, { at, id });
  }
  const rows = await query
    .orderBy(`objection.${order}`, direction)
    .addOrderBy('objection.id', direction)
    .limit(request.first + 1)
    .getMany();
  return sliceOf(rows, request, total, (row) => [row[order].toISOString(), row.id]);
}

/**
 * An objection of a person of an officer's area; null for every other one.
 *
 * Errors: OFFICE_ONLY. Cost: 3 queries.
 */
export const findObjection =
  ({ readAs }: { readAs: RunAs }) =>
  (viewer: Viewer, id: string): Promise<Objection | null> =>
    readAs('system', async (manager) => {
      const found = await manager.findOneBy(Objection, { id });
      const isOwn = found && (await isOfficersPerson(manager, viewer.accountId, found.candidateId));
      return isOwn ? found : null;
    });
