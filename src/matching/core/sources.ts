import type { CompiledVacancy } from './compile';
import type { CandidateFacts, HeldCompetency } from './facts';
import { levelCredit } from './score';
import { VIA, type ViaCode } from './taxonomy';

/** The held competency that earned the credit for a requirement. */
export interface Source {
  readonly held: HeldCompetency;
  readonly via: ViaCode;
  readonly creditBp: number;
}

/**
 * What earned the credits, along the vacancy's requirements; null where nothing did.
 *
 * Equal credits go to the more direct, then better proven one. Cost: O(held competencies · links).
 */
export function findSources(
  { requirements, links, linkFilter }: CompiledVacancy,
  { competencies }: Pick<CandidateFacts, 'competencies'>,
): (Source | null)[] {
  const found = requirements.map((): Source | null => null);
  for (const held of competencies) {
    if (linkFilter[held.competency % linkFilter.length] === 0) continue;
    for (const { requirement: at, via, strengthBp } of links.get(held.competency) ?? []) {
      const creditBp = levelCredit(strengthBp, held.level, requirements[at].minLevel);
      const one = { held, via, creditBp };
      const known = found[at];
      if (creditBp > 0 && (known === null || compareSources(one, known) < 0)) found[at] = one;
    }
  }
  return found;
}

const compareSources = (a: Source, b: Source): number =>
  b.creditBp - a.creditBp ||
  a.via - b.via ||
  b.held.evidence - a.held.evidence ||
  b.held.level - a.held.level ||
  a.held.competency - b.held.competency;

/** The highest level of what is asked for that is held, directly or implied, along the requirements; 0 = none. */
export function findHeldLevels(
  { requirements, links }: CompiledVacancy,
  { competencies }: Pick<CandidateFacts, 'competencies'>,
): number[] {
  const levels = requirements.map(() => 0);
  for (const { competency, level } of competencies) {
    for (const { requirement: at, via } of links.get(competency) ?? []) {
      if (via <= VIA.IMPLIED) levels[at] = Math.max(levels[at], level);
    }
  }
  return levels;
}
