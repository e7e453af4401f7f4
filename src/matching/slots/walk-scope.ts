import { type AreaNumber, type AreaRange, lastDistrict, rangesOverlap } from '../core/area';
import { checkScope, type Scoped } from '../core/eligibility';
import { type Block, blockRegion } from './block';
import { type GuestBlock, guestProvince } from './guests';
import { readDistrict, readPerson } from './layout';
import type { SlotPeople } from './people';

/** Whoever looks at people who are not outside a vacancy's scope. */
export interface Visitor {
  /** Everybody of a block. */
  addHome(block: Block): void;
  /** Some of a block, who may live anywhere. */
  addSome(block: Block, isWanted: (slot: number) => boolean): void;
}

/**
 * Shows everybody who lives in the scope, named an area of it or may live there, each once.
 *
 * Cost: O(people at home in the scope + people who named an area of it + people without a home).
 */
export function walkScope(people: SlotPeople, vacancy: Scoped, visitor: Visitor): void {
  const { scope } = vacancy.facts;
  let isComplete = true;
  for (const block of people.blocks) {
    if (!reaches(scope, block)) isComplete = false;
    else if (isInside(scope, block)) visitor.addHome(block);
    else visitor.addSome(block, (slot) => isInScope(people, vacancy, block, slot));
  }
  if (isComplete) return;
  for (const guests of people.guests.all) {
    if (!reaches(scope, guests.block)) continue;
    visitor.addSome(guests.block, (slot) => isNewGuest(people, scope, guests, slot));
  }
}

/** Whether the person in a slot is not outside the scope. */
export function isInScope(
  { guests }: SlotPeople,
  vacancy: Scoped,
  { columns }: Block,
  slot: number,
): boolean {
  const district = readDistrict(columns, slot);
  const willingAreas = guests.of(readPerson(columns, slot));
  return checkScope(vacancy, { district, willingAreas }) !== 'FAIL';
}

/** Whether somebody in the block may live in the scope, or is not known to live elsewhere. */
function reaches(scope: readonly AreaRange[], { area }: Block): boolean {
  return area === null || scope.length === 0 || overlaps(scope, area);
}

/** Whether everybody in the block lives in the scope, may live there or named it. */
export function isInside(scope: readonly AreaRange[], { area }: Block): boolean {
  if (area === null || scope.length === 0) return true;
  return scope.some((range) => range.from <= area.from && area.to <= range.to);
}

/** Whether a guest named an area of the scope, and was met neither at home nor in a province that was named earlier. */
function isNewGuest(
  people: SlotPeople,
  scope: readonly AreaRange[],
  guests: GuestBlock,
  slot: number,
): boolean {
  const only = guests.onlyArea(slot);
  if (only !== null && !overlaps(scope, only)) return false;
  const { columns } = guests.block;
  const home = readDistrict(columns, slot);
  if (home === null || livesIn(scope, blockRegion(home))) return false;
  if (only !== null) return true;
  const first = people.guests.of(readPerson(columns, slot)).find((named) => overlaps(scope, named));
  return first !== undefined && guestProvince(first) === guests.province;
}

/** `overlaps` for a region, of which thousands are looked at. */
function livesIn(scope: readonly AreaRange[], region: AreaNumber): boolean {
  const last = lastDistrict(region);
  for (let at = 0; at < scope.length; at += 1) {
    if (scope[at].from <= last && region <= scope[at].to) return true;
  }
  return false;
}

function overlaps(scope: readonly AreaRange[], area: AreaRange): boolean {
  for (const range of scope) if (rangesOverlap(range, area)) return true;
  return false;
}
