import fc from 'fast-check';
import { type AffectedVacancy, VacancyIndex } from '../../src/matches/vacancy-index';
import { type CompiledVacancy, compileVacancy } from '../../src/matching/core/compile';
import type { CandidateFacts, VacancyFacts } from '../../src/matching/core/facts';
import { Geography } from '../../src/matching/core/geography';
import { comparePlaces, type MatchPlace, placeOf } from '../../src/matching/core/place';
import { tallyEligible } from '../../src/matching/core/score';
import { createTally } from '../../src/matching/core/tally';
import { CoreTaxonomy } from '../../src/matching/core/taxonomy';
import { candidateFacts, vacancyFacts, worlds } from '../matching/core/worlds';

/** Several ranges of which not all are whole areas, or none. */
const anyScope = fc.oneof(
  fc.constant(null),
  fc.constant([]),
  fc.constant([
    { from: 727101, to: 727150 },
    { from: 720801, to: 720801 },
  ]),
);

/** What happens to a vacancy: it gets other facts, its floor becomes the place of somebody, or it goes. */
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('facts', 'facts', 'floor', 'gone'),
    id: fc.nat({ max: 25 }).map(String),
    facts: fc
      .tuple(vacancyFacts, anyScope)
      .map(([facts, scope]) => ({ ...facts, scope: scope ?? facts.scope })),
    above: fc.nat({ max: 40 }),
  }),
  { maxLength: 60 },
);

type Step = typeof steps extends fc.Arbitrary<(infer T)[]> ? T : never;

interface Listed {
  readonly vacancy: CompiledVacancy;
  readonly floor: MatchPlace | null;
}

/** An index, and beside it all that was put in. */
class Mirrored {
  readonly index = new VacancyIndex();
  readonly all = new Map<string, Listed>();

  constructor(
    private readonly compile: (facts: VacancyFacts) => CompiledVacancy,
    private readonly people: readonly CandidateFacts[],
  ) {}

  take({ kind, id, facts, above }: Step): void {
    const known = this.all.get(id);
    if (kind === 'gone') {
      this.all.delete(id);
      this.index.remove(id);
      return;
    }
    const vacancy = kind === 'floor' && known ? known.vacancy : this.compile(facts);
    const person = this.people.at(above);
    const floor = person === undefined ? null : (stand(vacancy, person)?.place ?? null);
    this.all.set(id, { vacancy, floor });
    this.index.put(id, vacancy, floor);
  }

  /** What scoring every vacancy gives. */
  scoreAll(person: CandidateFacts): AffectedVacancy[] {
    return [...this.all].flatMap(([vacancyId, { vacancy, floor }]) => {
      const own = stand(vacancy, person);
      const isBehind = own !== null && floor !== null && comparePlaces(own.place, floor) > 0;
      return own === null || isBehind ? [] : [{ vacancyId, ...own }];
    });
  }
}

function stand(vacancy: CompiledVacancy, person: CandidateFacts) {
  const counts = createTally();
  if (!tallyEligible(vacancy, person, counts)) return null;
  return { place: placeOf(vacancy, person, counts), verdict: counts.verdict };
}

const byId = (found: readonly AffectedVacancy[]) =>
  new Map(found.map((one) => [one.vacancyId, one]));

describe('VacancyIndex', () => {
  test('finds what scoring every vacancy finds, whatever was put, moved and removed before', () => {
    fc.assert(
      fc.property(
        worlds(0),
        steps,
        fc.array(candidateFacts, { maxLength: 30 }),
        ({ rows, centroids }, taken, people) => {
          const taxonomy = new CoreTaxonomy(rows);
          const geography = new Geography(centroids);
          const mirrored = new Mirrored(
            (facts) => compileVacancy(facts, taxonomy, geography),
            people,
          );
          for (const step of taken) mirrored.take(step);
          expect(mirrored.index.size).toBe(mirrored.all.size);
          for (const person of people) {
            const found = mirrored.index.affectedBy(person);
            expect(byId(found)).toEqual(byId(mirrored.scoreAll(person)));
            expect(found).toHaveLength(byId(found).size);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
