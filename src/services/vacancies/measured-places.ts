import { type EntityManager, In } from 'typeorm';
import { MeasuredPlace } from '../../entities';
import { type AreaNumber, NATION } from '../../matching/core/area';
import type { VacancyFacts } from '../../matching/core/facts';
import { areaCode } from '../../matching/facts/area-codes';

/** Places from which one organisation measures at district resolution. Source: docs/adr/0016-few-measured-places.md. */
export const MEASURED_PLACES = 3;

/** For so many days after the last measurement a place counts. Source: docs/adr/0016-few-measured-places.md. */
export const MEASURED_DAYS = 90;

/**
 * Decides how vacancies whose places were just written measure distances; the vacancies named first come first.
 *
 * Shape: between districts where all places of a vacancy are, or still can be, among the `MEASURED_PLACES` of its
 * employer; else between regencies (`measuresRegencies`). One at a time for each employer, until the transaction ends.
 * Cost: 1 query.
 */
export async function choosePlaces(
  manager: EntityManager,
  vacancyIds: readonly string[],
  at: Date,
): Promise<void> {
  await manager.query('SELECT padan_choose_places($1::uuid[], $2, $3, make_interval(days => $4))', [
    vacancyIds,
    at,
    MEASURED_PLACES,
    MEASURED_DAYS,
  ]);
}

/** Notes that distances are told from the places where the vacancies are now. Cost: 1 query. */
export async function notePlaces(
  manager: EntityManager,
  vacancyIds: readonly string[],
  at: Date,
): Promise<void> {
  await manager.query(noteSql('$1', '$2'), [vacancyIds, at]);
}

/** As part of another statement. Whoever holds a place now notes it too: nobody waits for that. */
export const noteSql = (vacancyIds: string, at: string): string =>
  `UPDATE measured_places place SET last_measured_at = ${at}
   FROM (SELECT known.employer_id, known.area FROM vacancies v
     JOIN vacancy_regions region ON region.vacancy_id = v.id
     JOIN measured_places known ON known.employer_id = v.employer_id AND known.area = left(region.region_code, 8)
     WHERE v.id = ANY(${vacancyIds}::uuid[]) AND NOT v.measures_regencies AND known.last_measured_at < ${at}
     FOR UPDATE OF known SKIP LOCKED) told
   WHERE place.employer_id = told.employer_id AND place.area = told.area`;

/**
 * Whether a vacancy that is only thought of would measure between districts: from where its employer does already.
 *
 * Shape: it takes no place, so it gets none that is free either.
 * Cost: 1 query at most.
 */
export async function measuresDistricts(
  manager: EntityManager,
  { employerId, facts }: { employerId: string; facts: VacancyFacts },
  places: readonly AreaNumber[],
): Promise<boolean> {
  const own = facts.measuresRegencies || facts.isRemote ? [] : facts.places;
  const others = places.filter((place) => place !== NATION && !own.includes(place));
  if (others.length === 0) return true;
  const areas = [...new Set(others.map(areaCode))];
  const known = await manager.countBy(MeasuredPlace, { employerId, area: In(areas) });
  return known === areas.length;
}
