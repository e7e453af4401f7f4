import { addClaims, type Claim } from './claims';
import { type CompiledVacancy, LACKS_MUST, type RequirementLink } from './compile';
import type { CandidateFacts } from './facts';
import { bandHeldLevel } from './levels';
import { levelCredit, tally } from './score';
import { createTally, type Tally } from './tally';
import { TopK } from './top-k';
import { compareVacancyPlaces, placeOf, type VacancyPlace } from './vacancy-place';

/** A competency that would open vacancies to a person. */
export interface NextCompetency extends Claim {
  /** How many vacancies it alone would open. */
  readonly opens: number;
  /** The best of them by the score that the person would have. */
  readonly vacancies: readonly CompiledVacancy[];
}

/** Levels are 1 to 5. */
const HIGHEST_LEVEL = 5;

/** A vacancy that only a competency keeps closed, with the places of the musts that are not met. */
interface NearVacancy {
  readonly vacancy: CompiledVacancy;
  readonly unmet: readonly number[];
  readonly sharesCompetency: boolean;
}

/**
 * Which competencies would open the most vacancies to a person, each alone.
 *
 * Shape: considered is what any near vacancy asks for, at the levels asked for; a higher level is named only where it
 * opens more than a lower one.
 * Ties: the lower level, then the competency's number.
 * Cost: O(what covers its requirements) a near vacancy, and a score for each vacancy that a named one opens.
 */
export class NextSteps {
  private readonly near: NearVacancy[] = [];
  /** By competency, how many vacancies it opens from each level on. */
  private readonly opensFrom = new Map<number, number[]>();
  /** Levels asked for, by competency. */
  private readonly asked = new Map<number, Set<number>>();

  constructor(private readonly person: CandidateFacts) {}

  /** Takes a vacancy in reach that the person is not eligible for, with the person's tally. */
  add(vacancy: CompiledVacancy, counts: Tally): void {
    const one = toNear(vacancy, counts);
    if (one === null) return;
    this.near.push(one);
    for (const { competency, minLevel } of vacancy.requirements) {
      const levels = this.asked.get(competency) ?? new Set();
      this.asked.set(competency, levels.add(levelToClaim(minLevel)));
    }
    for (const [competency, links] of vacancy.links) {
      const level = leastLevelThatOpens(one, links);
      if (level === null) continue;
      const counted = this.opensFrom.get(competency) ?? new Array(HIGHEST_LEVEL + 1).fill(0);
      counted[level] += 1;
      this.opensFrom.set(competency, counted);
    }
  }

  /** The first so many, with the best so many vacancies of each, which are looked for as each is asked for. */
  *list(count: number, named: number): Generator<NextCompetency> {
    const best = new TopK<Step>(count, compareSteps);
    for (const [competency, levels] of this.asked) {
      let before = 0;
      for (const level of [...levels].sort((a, b) => a - b)) {
        const opens = this.countOpened(competency, level);
        if (opens > before) best.add({ competency, level, opens });
        before = opens;
      }
    }
    for (const step of best.sorted()) {
      yield { ...step, vacancies: this.nameOpened(step, named) };
    }
  }

  private countOpened(competency: number, level: number): number {
    const counted = this.opensFrom.get(competency) ?? [];
    return counted.slice(0, level + 1).reduce((sum, one) => sum + one, 0);
  }

  private nameOpened(step: Step, named: number): CompiledVacancy[] {
    const person = addClaims(this.person, [step]);
    const best = new TopK<VacancyPlace & { vacancy: CompiledVacancy }>(named, compareVacancyPlaces);
    const counts = createTally();
    for (const one of this.near) {
      const { vacancy } = one;
      const links = vacancy.links.get(step.competency);
      if (links === undefined || !opensAt(one, links, step.level)) continue;
      tally(vacancy, person, counts);
      best.add({ vacancy, ...placeOf(vacancy, person, counts) });
    }
    return best.sorted().map(({ vacancy }) => vacancy);
  }
}

interface Step extends Claim {
  readonly opens: number;
}

const compareSteps = (a: Step, b: Step): number =>
  b.opens - a.opens || a.level - b.level || a.competency - b.competency;

/** What somebody says who reaches a level: the lower ones of a band count as its own. */
const levelToClaim = (minLevel: number): number => Math.max(minLevel, bandHeldLevel(minLevel));

/** Null for what no competency opens: the wrong place, too little education or work. */
function toNear(vacancy: CompiledVacancy, counts: Tally): NearVacancy | null {
  const { education, experience } = vacancy.facts;
  if (counts.scope === 'FAIL') return null;
  if (education?.necessity === 'MUST' && counts.education === 'FAIL') return null;
  if (experience?.necessity === 'MUST' && counts.experience === 'FAIL') return null;
  const unmet = vacancy.requirements.flatMap(({ lack }, at) =>
    lack === LACKS_MUST && counts.isMet[at] === 0 ? [at] : [],
  );
  const sharesCompetency = counts.sharesCompetency || !vacancy.needsSharedCompetency;
  return { vacancy, unmet, sharesCompetency };
}

function leastLevelThatOpens(near: NearVacancy, links: readonly RequirementLink[]): number | null {
  if (!opensAt(near, links, HIGHEST_LEVEL)) return null;
  let level = 1;
  while (!opensAt(near, links, level)) level += 1;
  return level;
}

/** Whether holding a competency at a level, beside all that is held, makes the person eligible: every must, and a share. */
function opensAt(
  { vacancy: { requirements }, unmet, sharesCompetency }: NearVacancy,
  links: readonly RequirementLink[],
  level: number,
): boolean {
  const isMet = (at: number) =>
    links.some(
      ({ requirement, canMeet }) =>
        requirement === at && canMeet && level >= requirements[at].minLevel,
    );
  const isShared = ({ requirement, strengthBp }: RequirementLink) =>
    requirements[requirement].opensEligibility &&
    levelCredit(strengthBp, level, requirements[requirement].minLevel) > 0;
  return unmet.every(isMet) && (sharesCompetency || links.some(isShared));
}
