import { AspectMeter } from '../../src/matching/core/aspects';
import { compileVacancy } from '../../src/matching/core/compile';
import type { CandidateFacts } from '../../src/matching/core/facts';
import type { PeopleEngine } from '../../src/matching/engine/people-engine';
import type { Catalogue } from '../../src/matching/facts/catalogue';
import type { Rankable } from '../../src/matching/facts/vacancies';
import { readShown, type ShownPlace } from '../../src/matching/shown-place';
import { VISIBLE_DEPTH } from '../../src/services/matching/rank-candidates';
import { round } from '../figures';
import { agrees, countAspects, type Known, knowAll, readTellings } from './tellings';

/** What the privacy table promises. Source: docs/PRIVACY.md. */
const LEAST = 5;

export interface LinkabilityWorld {
  readonly engine: PeopleEngine;
  readonly catalogue: Catalogue;
  /** Everybody who may be ranked. */
  readonly people: readonly CandidateFacts[];
  readonly vacancies: readonly (Rankable & { readonly employerId: string })[];
}

/** What many cards tell, held against everybody; groups are counted in people. */
export interface Linkability {
  cards: number;
  /** Cards whose told values fewer than five active people have; it must be 0. */
  groupsUnder5: number;
  /** The same among those who are eligible for the vacancy, where at least five are: else nothing is told. */
  eligibleGroupsUnder5: number;
  smallestGroup: number;
  /** Cards whose told values and score fewer than five people have. */
  withScoreUnder5: number;
  /** Told and all aspects, by name. */
  readonly aspects: Map<string, { told: number; all: number }>;
  /** People of whom one employer sees several cards, and those of them whom fewer than five fit in all of these. */
  severalCards: number;
  severalUnder5: number;
}

/** The cards of every vacancy's first 100, by a plain comparison with everybody. Cost: people × vacancies × 50 µs. */
export async function measureLinkability(world: LinkabilityWorld): Promise<Linkability> {
  const found: Linkability = {
    ...{ cards: 0, groupsUnder5: 0, eligibleGroupsUnder5: 0, withScoreUnder5: 0 },
    ...{ smallestGroup: world.people.length, severalCards: 0, severalUnder5: 0 },
    aspects: new Map(),
  };
  const unions = new Map<string, Set<number>[]>();
  for (const vacancy of world.vacancies) {
    const { facts, employerId } = vacancy;
    const { taxonomy, geography } = world.catalogue;
    const { aspects } = new AspectMeter(compileVacancy(facts, taxonomy, geography));
    const known = knowAll(facts, world.people, world.catalogue);
    const self = new Map(known.map((one) => [one.person, one]));
    for (const { person, place } of await readCards(world, vacancy)) {
      addCounts(found.aspects, countAspects(aspects, place));
      const group = countGroup(found, known, place, self.get(person)?.scoreBp ?? 0);
      const key = `${employerId} ${person}`;
      unions.set(key, [...(unions.get(key) ?? []), new Set(group)]);
    }
  }
  for (const groups of unions.values()) {
    if (groups.length === 1) continue;
    found.severalCards += 1;
    const [first, ...others] = groups;
    const all = [...first].filter((person) => others.every((group) => group.has(person)));
    if (all.length < LEAST) found.severalUnder5 += 1;
  }
  return found;
}

async function readCards(
  { engine }: LinkabilityWorld,
  { facts }: Rankable,
): Promise<{ person: number; place: ShownPlace }[]> {
  const extent = { first: VISIBLE_DEPTH, explained: VISIBLE_DEPTH, isShown: true };
  const { rest, shown } = await engine.rank(facts, extent);
  const shownAt = readShown(shown?.lines ?? new Uint8Array());
  return rest.flatMap(({ person }, at) => {
    const place = shownAt(at)?.();
    return place ? [{ person, place }] : [];
  });
}

/** The numbers of the active people of whom all is true that is told. */
function countGroup(
  found: Linkability,
  known: readonly Known[],
  place: ShownPlace,
  scoreBp: number,
): number[] {
  const told = readTellings(place);
  const alike = known.filter(({ tellings }) => agrees(told, tellings));
  const eligible = alike.filter(({ isEligible }) => isEligible);
  found.cards += 1;
  found.smallestGroup = Math.min(found.smallestGroup, alike.length);
  if (alike.length < LEAST) found.groupsUnder5 += 1;
  const isListed = known.filter(({ isEligible }) => isEligible).length >= LEAST;
  if (isListed && eligible.length < LEAST) found.eligibleGroupsUnder5 += 1;
  const scored = eligible.filter((one) => one.scoreBp === scoreBp);
  if (scored.length < LEAST) found.withScoreUnder5 += 1;
  return alike.map(({ person }) => person);
}

function addCounts(to: Linkability['aspects'], from: Linkability['aspects']): void {
  for (const [name, { told, all }] of from) {
    const before = to.get(name) ?? { told: 0, all: 0 };
    to.set(name, { told: before.told + told, all: before.all + all });
  }
}

/** Of all, or of one aspect, how many of a hundred are told. */
export function percentTold(counts: Iterable<{ told: number; all: number }>): number {
  const [told, all] = [...counts].reduce(([a, b], one) => [a + one.told, b + one.all], [0, 0]);
  return all === 0 ? 100 : round((100 * told) / all);
}
