import { addClaims, type Claim } from './claims';
import type { CompiledVacancy } from './compile';
import { checkScope } from './eligibility';
import type { CandidateFacts } from './facts';
import { type NextCompetency, NextSteps } from './next-steps';
import { tally } from './score';
import type { PoolCounts } from './simulate';
import { createTally, type Verdict } from './tally';
import { TopK } from './top-k';
import { compareVacancyPlaces, placeOf, type VacancyPlace } from './vacancy-place';

/** A vacancy for which a person would be judged better. */
export interface ImprovedVacancy {
  readonly vacancy: CompiledVacancy;
  readonly scoreBeforeBp: number;
  readonly verdictBefore: Verdict;
  readonly scoreBp: number;
  readonly verdict: Verdict;
}

/** What a person's vacancies would be with other competencies. */
export interface ProfileSimulation {
  readonly before: PoolCounts;
  readonly after: PoolCounts;
  /** How many the person would newly be eligible for. */
  readonly newVacancies: number;
  /** How many of those the person is eligible for would have a better verdict. */
  readonly upgradedVacancies: number;
  /** The best of them by the score that they would have. */
  readonly bestNew: readonly ImprovedVacancy[];
  readonly bestUpgraded: readonly ImprovedVacancy[];
}

/** How many of each list are kept. */
export interface ProfileLists {
  readonly first: number;
  readonly next: number;
  /** Vacancies named with each next competency. */
  readonly named: number;
}

const VERDICTS: readonly Verdict[] = ['NOT_ELIGIBLE', 'STRETCH', 'POSSIBLE', 'STRONG'];

/**
 * Compares a person with the same person who has learned something, over vacancies that are added one by one.
 *
 * Ties: as in the order of the person's vacancies.
 * Cost: two scores a vacancy in reach, and of those that stay closed only for want of a competency O(what covers it).
 */
export class ProfileSimulator {
  private readonly after: CandidateFacts;
  private readonly counts = { before: new Counts(), after: new Counts() };
  private readonly steps: NextSteps;
  private readonly tallyNow = createTally();
  private readonly tallyThen = createTally();
  private readonly opened: TopK<Improved>;
  private readonly raised: TopK<Improved>;
  private newVacancies = 0;
  private upgradedVacancies = 0;

  constructor(
    private readonly person: CandidateFacts,
    claims: readonly Claim[],
    private readonly lists: ProfileLists,
  ) {
    this.after = addClaims(person, claims);
    this.steps = new NextSteps(this.after);
    this.opened = new TopK(lists.first, compareImproved);
    this.raised = new TopK(lists.first, compareImproved);
  }

  add(vacancy: CompiledVacancy): void {
    const { tallyNow: now, tallyThen: then, counts } = this;
    counts.before.considered += 1;
    counts.after.considered += 1;
    if (checkScope(vacancy, this.person) === 'FAIL') return;
    tally(vacancy, this.person, now);
    tally(vacancy, this.after, then);
    counts.before.add(now.verdict);
    counts.after.add(then.verdict);
    if (then.verdict === 'NOT_ELIGIBLE') this.steps.add(vacancy, then);
    else if (now.verdict === 'NOT_ELIGIBLE') {
      this.newVacancies += 1;
      this.opened.add(this.improved(vacancy));
    } else if (VERDICTS.indexOf(then.verdict) > VERDICTS.indexOf(now.verdict)) {
      this.upgradedVacancies += 1;
      this.raised.add(this.improved(vacancy));
    }
  }

  build(): ProfileSimulation {
    const { newVacancies, upgradedVacancies, counts } = this;
    return {
      before: counts.before.build(),
      after: counts.after.build(),
      newVacancies,
      upgradedVacancies,
      bestNew: this.opened.sorted().map(({ row }) => row),
      bestUpgraded: this.raised.sorted().map(({ row }) => row),
    };
  }

  /** What would open most beyond what is added, one by one. */
  next(): Generator<NextCompetency> {
    return this.steps.list(this.lists.next, this.lists.named);
  }

  private improved(vacancy: CompiledVacancy): Improved {
    const { tallyNow: now, tallyThen: then, person } = this;
    const row = {
      vacancy,
      scoreBeforeBp: now.scoreBp,
      verdictBefore: now.verdict,
      scoreBp: then.scoreBp,
      verdict: then.verdict,
    };
    return { row, ...placeOf(vacancy, person, then) };
  }
}

interface Improved extends VacancyPlace {
  readonly row: ImprovedVacancy;
}

const compareImproved: (a: Improved, b: Improved) => number = compareVacancyPlaces;

class Counts {
  considered = 0;
  private readonly of = new Map<Verdict, number>();

  add(verdict: Verdict): void {
    this.of.set(verdict, (this.of.get(verdict) ?? 0) + 1);
  }

  build(): PoolCounts {
    const [, stretch, possible, strong] = VERDICTS.map((verdict) => this.of.get(verdict) ?? 0);
    const eligible = strong + possible + stretch;
    return { considered: this.considered, eligible, strong, possible, stretch };
  }
}
