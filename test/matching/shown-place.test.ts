import fc from 'fast-check';
import { compileVacancy } from '../../src/matching/core/compile';
import { suggestRelaxations } from '../../src/matching/core/counterfactual';
import { readShown, showPlace, writeShown } from '../../src/matching/shown-place';
import { tellPerson } from '../../src/matching/told-person';
import { worlds } from './core/worlds';
import { fillStore, idOf } from './engine-contract';

const FIRST = 12;

describe('what the first places show', () => {
  it('is a line of JSON a place: match, counterfactuals, card', async () => {
    await fc.assert(
      fc.asyncProperty(worlds(25), async (world) => {
        const { people, catalogue } = await fillStore(world);
        const { taxonomy, geography } = catalogue;
        for (const vacancy of world.vacancies) {
          const relax = suggestRelaxations(compileVacancy(vacancy, taxonomy, geography));
          const explained = await people.rank(vacancy, { first: FIRST });
          const { rows, rest, shown } = await people.rank(vacancy, { first: FIRST, isShown: true });
          const expected = explained.rows.map((row) =>
            JSON.stringify(showPlace(tellPerson(row, vacancy, taxonomy, relax))),
          );
          expect(rows).toEqual([]);
          expect(rest.map(({ person }) => idOf(person))).toEqual(shown?.candidateIds);
          expect(rest.map(({ person }) => person)).toEqual(
            explained.rows.map(({ person }) => person),
          );
          const lines = Buffer.from(shown?.lines ?? []).toString('utf8');
          expect(lines).toBe(expected.join('\n'));
          expect(Object.keys(JSON.parse(expected[0] ?? '{}'))).toEqual(
            expected.length > 0 ? ['match', 'counterfactuals', 'card'] : [],
          );
        }
        await people.close();
      }),
      { numRuns: 40 },
    );
  });

  it('is read a place at a time, and nothing beyond the last', async () => {
    await fc.assert(
      fc.asyncProperty(worlds(25), async (world) => {
        const { people, catalogue } = await fillStore(world);
        const [vacancy] = world.vacancies;
        const { rows } = await people.rank(vacancy, { first: FIRST });
        await people.close();
        const places = rows.map((row) =>
          showPlace(tellPerson(row, vacancy, catalogue.taxonomy, () => [])),
        );
        const shownAt = readShown(writeShown(places));
        const read = places.map((_, index) => shownAt(index)?.());
        expect(read).toEqual(places);
        expect(shownAt(places.length)).toBeNull();
      }),
      { numRuns: 20 },
    );
  });
});
