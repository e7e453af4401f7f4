import type { EntityManager } from 'typeorm';
import { VISIBLE_DEPTH } from '../matching/rank-candidates';
import { decodePlaces, inflatePlaces } from '../rankings/frozen-order';

/** Whom an order selects: a verdict of at least POSSIBLE, or a place whose card an employer may see. */
export const fairnessStages = ['SUITABLE', 'SHOWN'] as const;
export type FairnessStage = (typeof fairnessStages)[number];

/** Which orders are audited: of one vacancy, or of all that were sealed in a time for vacancies of some areas. */
export interface AuditScope {
  readonly vacancyId: string | null;
  readonly regionCodes: readonly string[];
  readonly from: Date | null;
  readonly until: Date | null;
}

export interface SealedOrder {
  readonly places: Buffer;
  readonly lastTiedWith: number;
  readonly algorithmVersion: string;
}

/** Orders of one audit: each is read whole. Source: our choice; a regency has some 500 open vacancies. */
export const MOST_ORDERS = 500;

/**
 * The newest sealed order of each vacancy of the scope, newest first, at most 500. A vacancy without a place belongs to
 * where its employer is.
 *
 * Cost: 1 query.
 */
export function findSealedOrders(
  manager: EntityManager,
  { vacancyId, regionCodes, from, until }: AuditScope,
): Promise<SealedOrder[]> {
  return manager.query(
    `SELECT places, "lastTiedWith", "algorithmVersion" FROM (
       SELECT DISTINCT ON (s.vacancy_id) s.places, s.last_tied_with AS "lastTiedWith",
         s.algorithm_version AS "algorithmVersion", s.created_at, s.id
       FROM ranking_snapshots s JOIN vacancies v ON v.id = s.vacancy_id JOIN employers e ON e.id = v.employer_id
       WHERE s.is_sealed AND ($1::uuid IS NULL OR v.id = $1)
         AND ($3::timestamptz IS NULL OR s.created_at >= $3) AND ($4::timestamptz IS NULL OR s.created_at < $4)
         AND EXISTS (
           SELECT FROM unnest($2::text[]) AS area(code),
             (SELECT region_code FROM vacancy_regions r WHERE r.vacancy_id = v.id
              UNION ALL SELECT e.region_code WHERE NOT EXISTS (SELECT FROM vacancy_regions r WHERE r.vacancy_id = v.id)) AS place(code)
           WHERE area.code = 'ID' OR place.code = area.code OR starts_with(place.code, area.code || '.'))
       ORDER BY s.vacancy_id, s.created_at DESC, s.id) AS newest
     ORDER BY created_at DESC, id LIMIT ${MOST_ORDERS + 1}`,
    [vacancyId, regionCodes, from, until],
  );
}

/** How often each person was considered and selected. */
export interface PersonTally {
  considered: number;
  selected: number;
}

/** Counts the people of some orders. Cost: O(places), 7 bytes each. */
export async function tallyPeople(
  orders: readonly SealedOrder[],
  stage: FairnessStage,
): Promise<Map<number, PersonTally>> {
  const tallies = new Map<number, PersonTally>();
  for (const { places, lastTiedWith } of orders) {
    for (const place of decodePlaces(await inflatePlaces(places), lastTiedWith)) {
      const isSelected =
        stage === 'SHOWN'
          ? place.rank <= VISIBLE_DEPTH
          : place.verdict === 'STRONG' || place.verdict === 'POSSIBLE';
      const tally = tallies.get(place.person) ?? { considered: 0, selected: 0 };
      tally.considered += 1;
      tally.selected += Number(isSelected);
      tallies.set(place.person, tally);
    }
  }
  return tallies;
}
