import fc from 'fast-check';
import { expectOrder } from '../../src/evaluation/oracle';
import { bandAskedLevel } from '../../src/matching/core/levels';
import { PeopleOwner } from '../../src/matching/engine/people-owner';
import { startInProcess } from '../../src/matching/engine/start-engine';
import { buildCatalogue, type CatalogueRows } from '../../src/matching/facts/catalogue';
import { FactsStore } from '../../src/matching/facts-store';
import type { Ranker } from '../../src/matching/ranker';
import { type World, worlds } from './core/worlds';

/** An engine that knows one world; `dispose` when the world ends. */
export interface EngineUnderTest {
  readonly ranker: Ranker;
  dispose(): Promise<void>;
}

const MONTH = 24_310;

export type StartEngine = (world: World, store: FactsStore) => Promise<EngineUnderTest>;

const none = { numberOf: new Map<string, number>(), idOf: [] };

/** The id under which a store of a world knows a person. */
export const idOf = (person: number): string =>
  `00000000-0000-4000-8000-${person.toString(16).padStart(12, '0')}`;

/** A store filled with a world, as if read from the database. */
export async function fillStore(world: World): Promise<FactsStore> {
  const rows: CatalogueRows = {
    taxonomy: world.rows,
    centroids: world.centroids,
    competencies: none,
    occupations: none,
  };
  const owner = new PeopleOwner(buildCatalogue(rows), MONTH);
  for (const facts of world.candidates) owner.put({ id: idOf(facts.person), facts });
  const boot = async () => ({ owner, catalogue: rows, reload: async () => [] });
  const { engine } = await startInProcess(boot, { now: Date.now });
  return new FactsStore(buildCatalogue(rows), MONTH, engine);
}

/** Worlds with what is asked for in bands, as vacancies are read: the index knows held levels in bands only. */
const bandedWorlds = worlds(25).map((world) => ({
  ...world,
  vacancies: world.vacancies.map((vacancy) => ({
    ...vacancy,
    requirements: vacancy.requirements.map((one) => ({
      ...one,
      minLevel: bandAskedLevel(one.minLevel),
    })),
  })),
}));

/** What every engine must do; on failure fast-check prints the seed that replays it. */
export function describeEngine(name: string, start: StartEngine, numRuns: number): void {
  describe(`${name} as a Ranker`, () => {
    test('equals the brute-force oracle on random worlds', async () => {
      await fc.assert(
        fc.asyncProperty(bandedWorlds, async (world) => {
          const engine = await start(world, await fillStore(world));
          for (const vacancy of world.vacancies) {
            const expected = expectOrder(world, vacancy, world.candidates);
            const ranking = await engine.ranker.rank(vacancy, { first: 1_000 });
            expect(ranking.considered).toBe(world.candidates.length);
            expect(ranking.eligible).toBe(expected.length);
            expect(
              ranking.rows.map(({ person, rank, tiedWith, match, candidateId }) => ({
                ...{ person, rank, tiedWith, candidateId },
                ...{ scoreBp: match.scoreBp, verdict: match.verdict },
              })),
            ).toEqual(
              expected.map(({ person, rank, tiedWith, scoreBp, verdict }) => ({
                ...{ person, rank, tiedWith, candidateId: idOf(person) },
                ...{ scoreBp, verdict },
              })),
            );
          }
          await engine.dispose();
        }),
        { numRuns },
      );
    });

    test('a pool narrows who is considered, a window what is returned', async () => {
      await fc.assert(
        fc.asyncProperty(bandedWorlds, fc.nat(5), fc.nat(5), async (world, first, offset) => {
          const engine = await start(world, await fillStore(world));
          const [vacancy] = world.vacancies;
          const people = world.candidates.filter((_, i) => i % 2 === 0);
          const pool = new Set([...people.map(({ person }) => person), 2_000_000]);
          const expected = expectOrder(world, vacancy, people);
          const ranking = await engine.ranker.rank(vacancy, { first, offset, pool });
          expect(ranking.considered).toBe(people.length);
          expect(ranking.eligible).toBe(expected.length);
          expect(ranking.rows.map(({ person }) => person)).toEqual(
            expected.slice(offset, offset + first).map(({ person }) => person),
          );
          await engine.dispose();
        }),
        { numRuns: Math.ceil(numRuns / 3) },
      );
    });
  });
}
