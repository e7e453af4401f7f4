import { type EntityManager, In } from 'typeorm';
import { Region } from '../../entities';
import { errors, reasons } from '../../errors';
import type { AreaNumber } from '../../matching/core/area';
import type { VacancyFacts } from '../../matching/core/facts';
import type { PlaceChange } from '../../matching/core/simulate';
import { areaNumber } from '../../matching/facts/area-codes';
import { scopeOf } from '../../matching/facts/bands';
import { measuresDistricts } from '../vacancies/measured-places';

/** Where an employer would look otherwise; null = as it is. */
export interface WantedPlace {
  /** All areas whose people it would address; `ID` = everybody. */
  regionCodes: readonly string[] | null;
  isRemote: boolean | null;
}

/**
 * The places, the scope that they make as they would in a vacancy (whole regencies), and how distances to them are measured.
 *
 * Errors: NOT_FOUND for a region that there is not; BAD_USER_INPUT for one that is named twice.
 * Cost: 2 queries, none for what stays where it is.
 */
export async function toPlaceChange(
  manager: EntityManager,
  { regionCodes, isRemote }: WantedPlace,
  own: { employerId: string; facts: VacancyFacts },
): Promise<PlaceChange> {
  const remote = isRemote === null ? {} : { isRemote };
  // What was remote never measured from its places.
  if (regionCodes === null && isRemote !== false) return remote;
  const places = regionCodes === null ? own.facts.places : await readPlaces(manager, regionCodes);
  const isFine = await measuresDistricts(manager, own, places);
  return {
    ...remote,
    places,
    scope: scopeOf(places),
    measuresRegencies: isFine ? undefined : true,
  };
}

async function readPlaces(
  manager: EntityManager,
  regionCodes: readonly string[],
): Promise<AreaNumber[]> {
  const again = regionCodes.findIndex((code, at) => regionCodes.indexOf(code) < at);
  if (again >= 0) throw errors.input.invalid(`regionCodes.${again}`, reasons.repeated);
  const found = await manager.find(Region, {
    select: { code: true },
    where: { code: In([...regionCodes]) },
  });
  const known = new Set(found.map(({ code }) => code));
  const missing = regionCodes.findIndex((code) => !known.has(code));
  if (missing >= 0) throw errors.object.notFound(`regionCodes.${missing}`);
  // In the order in which a vacancy's are read: the same question is the same.
  return [...regionCodes].sort().map(areaNumber);
}
