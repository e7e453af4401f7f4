import { type AreaNumber, type AreaRange, lastDistrict, rangesOverlap } from '../core/area';
import { checkScope, type Scoped } from '../core/eligibility';
import { type Block, blockRegion } from './block';
import { namesSeveral, readDistrict, readPerson } from './layout';
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
  const near = people.blocks.filter((block) => reaches(scope, block));
  for (const block of near) {
    if (isInside(scope, block)) visitor.addHome(block);
    else visitor.addSome(block, (slot) => isInScope(people, vacancy, block, slot));
  }
  if (near.length === people.blocks.length) return;
  for (const block of people.guests.reach(scope)) {
    visitor.addSome(block, (slot) => isNewGuest(people, scope, block, slot));
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

/** Whether a guest was met neither at home nor in an area that was named earlier. */
function isNewGuest(
  { guests }: SlotPeople,
  scope: readonly AreaRange[],
  { columns, area }: Block,
  slot: number,
): boolean {
  const home = readDistrict(columns, slot);
  if (home === null || livesIn(scope, blockRegion(home))) return false;
  if (!namesSeveral(columns, slot)) return true;
  const first = guests.of(readPerson(columns, slot)).find((named) => overlaps(scope, named));
  return first?.from === area?.from && first?.to === area?.to;
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
