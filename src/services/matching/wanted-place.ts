import { type EntityManager, In } from 'typeorm';
import { Region } from '../../entities';
import { errors, reasons } from '../../errors';
import type { PlaceChange } from '../../matching/core/simulate';
import { areaNumber } from '../../matching/facts/area-codes';
import { scopeOf } from '../../matching/facts/bands';

/** Where an employer would look otherwise; null = as it is. */
export interface WantedPlace {
  /** All areas whose people it would address; `ID` = everybody. */
  regionCodes: readonly string[] | null;
  isRemote: boolean | null;
}

/**
 * The places, and the scope that they make as they would in a vacancy: whole regencies.
 *
 * Errors: NOT_FOUND for a region that there is not; BAD_USER_INPUT for one that is named twice.
 * Cost: 1 query, none without regions.
 */
export async function toPlaceChange(
  manager: EntityManager,
  { regionCodes, isRemote }: WantedPlace,
): Promise<PlaceChange> {
  const remote = isRemote === null ? {} : { isRemote };
  if (regionCodes === null) return remote;
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
  const places = [...regionCodes].sort().map(areaNumber);
  return { ...remote, places, scope: scopeOf(places) };
}
