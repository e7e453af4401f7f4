import fc from 'fast-check';
import { agrees, knowAll, readTellings } from '../../bench/linkability/tellings';
import { AspectMeter } from '../../src/matching/core/aspects';
import { compileVacancy } from '../../src/matching/core/compile';
import { withholdIn } from '../../src/matching/core/crowd';
import { readShown } from '../../src/matching/shown-place';
import { type World, worlds } from './core/worlds';
import { fillStore } from './engine-contract';

const FIRST = 100;
/** What the privacy table promises. Source: docs/PRIVACY.md. */
const LEAST = 5;

/** Worlds where many are alike: everybody stands there several times. */
const crowdedWorlds: fc.Arbitrary<World> = fc
  .tuple(worlds(7), fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 7, maxLength: 7 }))
  .map(([world, times]) => ({
    ...world,
    candidates: world.candidates.flatMap((one, at) =>
      Array.from({ length: times[at] ?? 1 }, (_, copy) => ({
        ...one,
        person: 1 + at * 20 + copy,
        tieSalt: one.tieSalt + copy,
      })),
    ),
  }));

/** The places that an employer is shown, and everybody as they could be known. */
async function showAll({ people, catalogue }: Awaited<ReturnType<typeof fillStore>>, world: World) {
  return await Promise.all(
    world.vacancies.map(async (vacancy) => {
      const { shown, rest } = await people.rank(vacancy, { first: FIRST, isShown: true });
      const shownAt = readShown(shown?.lines ?? new Uint8Array());
      const places = rest.flatMap(({ person }, at) => {
        const place = shownAt(at)?.();
        return place ? [{ person, place }] : [];
      });
      const eligible = knowAll(vacancy, world.candidates, catalogue).filter(
        ({ isEligible }) => isEligible,
      );
      return { vacancy, places, eligible };
    }),
  );
}

const property = (check: (world: World) => Promise<void>, numRuns = 60) =>
  fc.assert(fc.asyncProperty(crowdedWorlds, check), { numRuns });

describe('what an employer is told of people who have not agreed', () => {
  test('fits at least five people who are eligible, told alike', () =>
    property(async (world) => {
      const store = await fillStore(world);
      for (const { places, eligible } of await showAll(store, world)) {
        const least = Math.min(LEAST, eligible.length);
        const told = places.map(({ place }) => readTellings(place));
        const releases = places.map(({ place }, at) =>
          JSON.stringify([[...(told[at] ?? [])], place.card.withheld]),
        );
        for (const [at, tellings] of told.entries()) {
          const fitting = eligible.filter((one) => agrees(tellings, one.tellings));
          expect(fitting.length).toBeGreaterThanOrEqual(least);
          expect(releases.filter((one) => one === releases[at]).length).toBeGreaterThanOrEqual(
            least,
          );
        }
      }
      await store.people.close();
    }));

  test('adds up to the score, and no line alone can be read off the sum', () =>
    property(async (world) => {
      const store = await fillStore(world);
      const { taxonomy, geography } = store.catalogue;
      for (const { vacancy, places } of await showAll(store, world)) {
        const { aspects } = new AspectMeter(compileVacancy(vacancy, taxonomy, geography));
        const scored = aspects.filter(({ weightBp }) => weightBp > 0);
        for (const { place } of places) {
          const { match, card, counterfactuals } = place;
          const sum = match.factors.reduce((all, line) => all + line.contributionBp, 0);
          expect(sum).toBe(match.scoreBp);
          const isHidden = ({ aspect, requirementId }: (typeof aspects)[number]) =>
            card.withheld.some(
              (one) => !one.isBand && one.aspect === aspect && one.requirementId === requirementId,
            );
          const hidden = scored.filter(isHidden).length;
          expect(hidden === 1 && scored.length > 1).toBe(false);
          const ids = card.withheld.flatMap((one) => (one.isBand ? [] : (one.requirementId ?? [])));
          expect(counterfactuals.filter((one) => ids.includes(one.requirementId))).toEqual([]);
        }
      }
      await store.people.close();
    }));

  test('is the same whichever stretch is asked for, and however the people are found', () =>
    property(async (world) => {
      const { people, catalogue } = await fillStore(world);
      const { taxonomy, geography } = catalogue;
      const numbers = world.candidates.map(({ person }) => person);
      const found = { numbers, changedSince: 0, mostRecent: 1_000 };
      for (const vacancy of world.vacancies) {
        const { rows } = await people.rank(vacancy, { first: FIRST });
        const stretch = await people.rank(vacancy, { first: 3, offset: 2 });
        expect(stretch.rows).toEqual(rows.slice(2, 5));
        const byIndex = await people.rank(vacancy, { first: FIRST, found });
        expect(byIndex.rows).toEqual(rows);
        const compiled = compileVacancy(vacancy, taxonomy, geography);
        const crowd = await people.crowd(vacancy);
        const withheldOf = withholdIn(compiled, crowd);
        const again = withholdIn(
          compiled,
          crowd,
          rows.slice(0, 4).map(({ facts }) => facts),
        );
        for (const { person, withheld } of rows) {
          expect(withheldOf(person)).toEqual(withheld);
          expect(again(person)).toEqual(withheld);
        }
      }
      await people.close();
    }, 30));

  test('is nothing of who stands in no crowd', () =>
    property(async (world) => {
      const { catalogue, people } = await fillStore(world);
      await people.close();
      for (const vacancy of world.vacancies) {
        const compiled = compileVacancy(vacancy, catalogue.taxonomy, catalogue.geography);
        const nobody = { people: new Uint32Array(), values: new Int32Array() };
        const { aspects } = new AspectMeter(compiled);
        expect(withholdIn(compiled, nobody)(1)).toHaveLength(aspects.length);
      }
    }, 10));
});
