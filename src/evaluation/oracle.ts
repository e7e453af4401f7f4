import type { CandidateFacts, Necessity, VacancyFacts } from '../matching/core/facts';
import { mix } from '../matching/core/fixed-point';
import {
  availabilityCredit,
  compare,
  countMonths,
  creditDistances,
  creditOccupations,
  experienceCredit,
  isOutside,
  part,
  share,
  sum,
} from './oracle-parts';
import { coversOf, type Rules, rarity, usualDemand } from './oracle-taxonomy';

/** What the formula of docs/MATCHING.md says about one pair: a second implementation, from the text alone. */
export interface Expected {
  readonly person: number;
  readonly vacancy: number;
  readonly scoreBp: number;
  readonly verdict: string;
  readonly verified: number;
}

/** What the formula says of one pair. */
export function expectMatch(rules: Rules, vacancy: VacancyFacts, person: CandidateFacts): Expected {
  return askOracle(rules, vacancy).match(person);
}

/** The formula for one vacancy: what follows from the vacancy alone is worked out once. */
function askOracle(rules: Rules, vacancy: VacancyFacts) {
  const parts = share(10_000, weighParts(vacancy));
  const wanted = [...vacancy.requirements].sort(
    (a, b) => a.competency - b.competency || (a.id < b.id ? -1 : 1),
  );
  const weights = rarity(rules);
  const usual = usualDemand(rules);
  const occupationWeight = Math.min(3_150_000, usual * 50);
  const demands = wanted.map((r) => weights[r.competency] * (r.necessity === 'NICE' ? 60 : 100));
  const shares = share(parts[0], [
    occupationWeight * 10_000,
    ...wanted.map((r, i) => demands[i] * r.weightBp),
  ]);
  const thickness = (sum(demands) + occupationWeight) / ((usual * 100 + occupationWeight) * 1.2);
  const specificity = Math.round(10_000 * Math.min(1, thickness) ** 0.75);
  const opens = wanted.map((r) => rules.rows.competencies[r.competency].kind !== 'ATTITUDE');
  const covers = coversOf(rules, wanted);
  // Asked for everything that a million people hold.
  const isOfUse = new Uint8Array(rules.rows.competencies.length);
  for (const held of covers.keys()) isOfUse[held] = 1;
  const occupationCredit = creditOccupations(rules, vacancy);
  const distanceCredit = creditDistances(rules, vacancy);

  /** Best credit by requirement, whether it is met, whether somebody vouches for it. */
  const cover = (person: CandidateFacts) => {
    const credits = wanted.map(() => 0);
    const isMet = wanted.map(() => false);
    const isVouched = wanted.map(() => false);
    for (const held of person.competencies) {
      if (isOfUse[held.competency] === 0) continue;
      for (const { at, strength, isHeld, canMeet } of covers.get(held.competency) ?? []) {
        const isEnough = held.level >= wanted[at].minLevel;
        const credit = isEnough
          ? strength
          : Math.floor((strength * held.level) / wanted[at].minLevel);
        credits[at] = Math.max(credits[at], credit);
        isMet[at] ||= canMeet && isEnough;
        isVouched[at] ||= isHeld && held.evidence >= 1;
      }
    }
    return { credits, isMet, isVouched };
  };

  /** Everything but the part for what is held, and what is not passed. */
  const judge = (person: CandidateFacts) => {
    const months = countMonths(rules, vacancy, person);
    const experience = compare(vacancy.experience?.minimum, months);
    const education = compare(vacancy.education?.minimum, person.education);
    const failed: Necessity[] = [];
    if (vacancy.education && education === 'FAIL') failed.push(vacancy.education.necessity);
    if (vacancy.experience && experience === 'FAIL') failed.push(vacancy.experience.necessity);
    const points =
      part(parts[1], experienceCredit(vacancy, months)) +
      part(parts[2], distanceCredit(person.district)) +
      part(parts[3], { PASS: 10_000, FAIL: 0, UNKNOWN: 5_000 }[education]) +
      part(parts[4], availabilityCredit(vacancy, person));
    return { points, failed };
  };

  const match = (person: CandidateFacts): Expected => {
    const { credits, isMet, isVouched } = cover(person);
    const { points, failed } = judge(person);
    for (const [i, { necessity }] of wanted.entries()) if (!isMet[i]) failed.push(necessity);
    const evidence =
      sum(credits.map((credit, i) => part(shares[i + 1], credit))) +
      part(shares[0], occupationCredit(person));
    const scoreBp = part(evidence, specificity) + points;
    const sharesOne = !opens.includes(true) || opens.some((isOpen, i) => isOpen && credits[i] > 0);
    const isEligible = !failed.includes('MUST') && sharesOne && !isOutside(vacancy, person);
    return {
      person: person.person,
      vacancy: vacancy.vacancy,
      scoreBp,
      verified: isVouched.filter((isOne) => isOne).length,
      verdict: isEligible ? judgeFit(scoreBp, failed) : 'NOT_ELIGIBLE',
    };
  };

  /** False for most of those whom a look at home and competencies excludes: they need no score. */
  const mayBeEligible = (person: CandidateFacts) =>
    !isOutside(vacancy, person) &&
    (!opens.includes(true) || person.competencies.some((held) => isOfUse[held.competency] === 1));

  return { match, mayBeEligible };
}

/** Seven tenths for what is held and done, and so on, times what the employer says of each, at most twice and at least half. */
function weighParts({ partWeights: own, experience, education }: VacancyFacts): number[] {
  const times = (a = 10_000, b = 10_000) => Math.max(5e7, Math.min(2e8, a * b));
  return [
    14 * times(own?.competency),
    2 * times(own?.experience, experience?.weightBp),
    2 * times(own?.distance),
    times(own?.education, education?.weightBp),
    times(own?.availability),
  ];
}

function judgeFit(scoreBp: number, failed: readonly Necessity[]): string {
  if (scoreBp >= 7_500 && !failed.includes('SHOULD')) return 'STRONG';
  return scoreBp >= 5_000 ? 'POSSIBLE' : 'STRETCH';
}

/** An eligible person's place. */
export interface ExpectedPlace extends Expected {
  readonly rank: number;
  readonly tiedWith: number;
}

/** A vacancy's order with its totals. */
export interface ExpectedRanking {
  readonly considered: number;
  readonly eligible: number;
  readonly strong: number;
  readonly possible: number;
  readonly stretch: number;
  readonly rows: readonly ExpectedPlace[];
}

/** The whole order of the eligible people, with shared ranks. */
export function expectOrder(
  rules: Rules,
  vacancy: VacancyFacts,
  people: readonly CandidateFacts[],
): readonly ExpectedPlace[] {
  return expectRanking(rules, vacancy, people).rows;
}

/** Totals over everybody, and the first places of the order. Cost: O(people), and a sort of those who come first. */
export function expectRanking(
  rules: Rules,
  vacancy: VacancyFacts,
  people: Iterable<CandidateFacts>,
  first = Number.POSITIVE_INFINITY,
): ExpectedRanking {
  const { match, mayBeEligible } = askOracle(rules, vacancy);
  const eligible: { person: CandidateFacts; match: Expected }[] = [];
  let considered = 0;
  for (const person of people) {
    considered += 1;
    const found = mayBeEligible(person) ? match(person) : null;
    if (found && found.verdict !== 'NOT_ELIGIBLE') eligible.push({ person, match: found });
  }
  const atScore = new Array<number>(10_001).fill(0);
  for (const { match: found } of eligible) atScore[found.scoreBp] += 1;
  const above = atScore.map(() => 0);
  for (let score = 9_999; score >= 0; score -= 1) {
    above[score] = above[score + 1] + atScore[score + 1];
  }
  const tie = (person: CandidateFacts) => mix(person.tieSalt, vacancy.tieSalt);
  const places = eligible
    .filter(({ match: found }) => above[found.scoreBp] < first)
    .sort(
      (a, b) =>
        b.match.scoreBp - a.match.scoreBp ||
        b.match.verified - a.match.verified ||
        b.person.confirmedMonth - a.person.confirmedMonth ||
        tie(a.person) - tie(b.person) ||
        a.person.person - b.person.person,
    )
    .slice(0, first);
  const count = (verdict: string) =>
    eligible.reduce((all, { match: found }) => all + (found.verdict === verdict ? 1 : 0), 0);
  return {
    considered,
    eligible: eligible.length,
    strong: count('STRONG'),
    possible: count('POSSIBLE'),
    stretch: count('STRETCH'),
    rows: places.map(({ match: found }) => ({
      ...found,
      rank: above[found.scoreBp] + 1,
      tiedWith: atScore[found.scoreBp] - 1,
    })),
  };
}
