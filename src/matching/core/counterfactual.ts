import { type CompiledRequirement, type CompiledVacancy, compileVacancy } from './compile';
import { bandWork, countExperience, EXPERIENCE_BANDS } from './experience';
import type { CandidateFacts, HeldCompetency, PastWork } from './facts';
import { leaveOut } from './leave-out';
import { tally } from './score';
import { createTally, type Tally, type Verdict } from './tally';
import { VIA } from './taxonomy';

/** One thing that could be otherwise, always about one requirement; the unit is one of the kind. */
export type Change =
  | { readonly kind: 'COMPETENCY_GAINED' | 'LEVEL_RAISED'; readonly toLevel: number }
  | { readonly kind: 'EDUCATION_RAISED'; readonly toStep: number }
  /** Further months of work in the vacancy's occupation. */
  | { readonly kind: 'MONTHS_ADDED'; readonly months: number }
  | { readonly kind: 'REQUIREMENT_DROPPED' };

/** What the score of a pair would be if one thing were otherwise. */
export interface Counterfactual {
  readonly requirementId: string;
  readonly change: Change;
  readonly newScoreBp: number;
  readonly newVerdict: Verdict;
}

/** A change of the profile, with what it asks of the person. */
interface Step {
  readonly requirementId: string;
  readonly change: Change;
  /** In levels of a competency. */
  readonly effort: number;
  readonly changed: CandidateFacts;
}

/** More changes than these are a plan, not a hint. */
export const MOST_COUNTERFACTUALS = 3;

/** A year of work, and a step of education, are taken for as much as these levels. Source: our choice, docs/MATCHING.md. */
const LEVELS_A_YEAR = 2;
const LEVELS_AN_EDUCATION_STEP = 4;
const MONTHS_A_YEAR = 12;

const VERDICT_ORDER: readonly Verdict[] = ['STRONG', 'POSSIBLE', 'STRETCH', 'NOT_ELIGIBLE'];

/**
 * Up to three smallest changes of a profile that lift the score: for the person alone.
 *
 * Shape: `worked` = the work with its months as the person knows them, before they were banded.
 * Order: what lifts the verdict first, then less effort, then more gain. At most one a requirement.
 * Cost: two scores a requirement.
 */
export function suggestChanges(
  vacancy: CompiledVacancy,
  candidate: CandidateFacts,
  worked: readonly PastWork[] = candidate.experiences,
): readonly Counterfactual[] {
  const steps = [
    ...vacancy.requirements.flatMap((requirement) => learn(vacancy, requirement, candidate)),
    ...study(vacancy, candidate),
    ...gainExperience(vacancy, candidate, worked),
  ];
  const tried = steps.map(({ requirementId, change, effort, changed }) => ({
    effort,
    outcome: judge(vacancy, changed, requirementId, change),
  }));
  return pickBest(tried, judgeNow(vacancy, candidate));
}

/** Finds the relaxations for one person after another. */
export type SuggestRelaxations = (
  candidate: CandidateFacts,
  isTold?: (requirementId: string) => boolean,
) => readonly Counterfactual[];

/**
 * Up to three requirements without which this person would score more: for the employer, about what it asks itself.
 *
 * Shape: about the requirements that are `told` of the person, by default all.
 * Order: what lifts the verdict first, then more gain. Each requirement is left out once for all people.
 */
export function suggestRelaxations(vacancy: CompiledVacancy): SuggestRelaxations {
  const { facts, taxonomy, geography } = vacancy;
  const change = { kind: 'REQUIREMENT_DROPPED' } as const;
  const asked = [...facts.requirements, facts.education, facts.experience].flatMap(
    (one) => one?.id ?? [],
  );
  let known: { id: string; without: CompiledVacancy }[] | null = null;
  return (candidate, isTold = () => true) => {
    known ??= asked.map((id) => ({
      id,
      without: compileVacancy(leaveOut(facts, [id]), taxonomy, geography),
    }));
    const tried = known.flatMap(({ id, without }) =>
      isTold(id) ? [{ effort: 0, outcome: judge(without, candidate, id, change) }] : [],
    );
    return pickBest(tried, judgeNow(vacancy, candidate));
  };
}

interface Tried {
  readonly effort: number;
  readonly outcome: Counterfactual;
}

const rankOf = (verdict: Verdict) => VERDICT_ORDER.indexOf(verdict);

function pickBest(
  tried: readonly Tried[],
  now: Pick<Tally, 'scoreBp' | 'verdict'>,
): Counterfactual[] {
  const lifts = ({ outcome }: Tried) => Number(rankOf(outcome.newVerdict) < rankOf(now.verdict));
  const better = tried
    .filter(({ outcome }) => outcome.newScoreBp > now.scoreBp)
    .sort(
      (a, b) =>
        lifts(b) - lifts(a) ||
        a.effort - b.effort ||
        b.outcome.newScoreBp - a.outcome.newScoreBp ||
        (a.outcome.requirementId < b.outcome.requirementId ? -1 : 1),
    )
    .map(({ outcome }) => outcome);
  const isFirst = (one: Counterfactual, at: number) =>
    better.findIndex(({ requirementId }) => requirementId === one.requirementId) === at;
  return better.filter(isFirst).slice(0, MOST_COUNTERFACTUALS);
}

function judgeNow(vacancy: CompiledVacancy, candidate: CandidateFacts): Tally {
  const counts = createTally();
  tally(vacancy, candidate, counts);
  return counts;
}

function judge(
  vacancy: CompiledVacancy,
  candidate: CandidateFacts,
  requirementId: string,
  change: Change,
): Counterfactual {
  const { scoreBp, verdict } = judgeNow(vacancy, candidate);
  return { requirementId, change, newScoreBp: scoreBp, newVerdict: verdict };
}

/** The competency at the level asked for, and one level up where something of it is held. */
function learn(
  { links, requirements }: CompiledVacancy,
  { id, competency, minLevel }: CompiledRequirement,
  candidate: CandidateFacts,
): Step[] {
  const covers = ({ competency: held }: HeldCompetency) =>
    links
      .get(held)
      ?.some((link) => requirements[link.requirement].id === id && link.via <= VIA.IMPLIED);
  const have = Math.max(0, ...candidate.competencies.filter(covers).map((held) => held.level));
  if (have >= minLevel) return [];
  const targets = have > 0 && have + 1 < minLevel ? [have + 1, minLevel] : [minLevel];
  const kind = have > 0 ? 'LEVEL_RAISED' : 'COMPETENCY_GAINED';
  return targets.map((toLevel) => ({
    requirementId: id,
    change: { kind, toLevel },
    effort: toLevel - have,
    changed: withCompetency(candidate, competency, toLevel),
  }));
}

function withCompetency(
  candidate: CandidateFacts,
  competency: number,
  level: number,
): CandidateFacts {
  const others = candidate.competencies.filter((held) => held.competency !== competency);
  const known = candidate.competencies.find((held) => held.competency === competency);
  const held = { competency, level, evidence: known?.evidence ?? 0 };
  return { ...candidate, competencies: [...others, held] };
}

/** Unknown is no lack, so nothing is suggested to whoever does not say. */
function study({ facts }: CompiledVacancy, candidate: CandidateFacts): Step[] {
  const asked = facts.education;
  if (asked === null || candidate.education === null || candidate.education >= asked.minimum) {
    return [];
  }
  return [
    {
      requirementId: asked.id,
      change: { kind: 'EDUCATION_RAISED', toStep: asked.minimum },
      effort: (asked.minimum - candidate.education) * LEVELS_AN_EDUCATION_STEP,
      changed: { ...candidate, education: asked.minimum },
    },
  ];
}

/** As many months in the occupation as lift the band that counts. */
function gainExperience(
  { facts, taxonomy }: CompiledVacancy,
  candidate: CandidateFacts,
  worked: readonly PastWork[],
): Step[] {
  const asked = facts.experience;
  if (asked === null) return [];
  const { occupation } = facts;
  const counted = countExperience(candidate.experiences, occupation, taxonomy);
  if (counted >= asked.minimum) return [];
  const family = occupation === null ? null : taxonomy.familyOf(occupation);
  const have = worked
    .filter(
      (work) => (work.occupation === null ? null : taxonomy.familyOf(work.occupation)) === family,
    )
    .reduce((months, work) => months + work.months, 0);
  for (const { below } of EXPERIENCE_BANDS) {
    const months = below - have;
    if (months <= 0 || !Number.isFinite(months)) continue;
    const experiences = bandWork([...worked, { occupation, months }], taxonomy);
    if (countExperience(experiences, occupation, taxonomy) <= counted) continue;
    return [
      {
        requirementId: asked.id,
        change: { kind: 'MONTHS_ADDED', months },
        effort: (months / MONTHS_A_YEAR) * LEVELS_A_YEAR,
        changed: { ...candidate, experiences },
      },
    ];
  }
  return [];
}
