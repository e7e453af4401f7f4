import { benchRows } from '../../../src/evaluation/ranking-speed/taxonomies';
import { InventedWorld, REACHES } from '../../../src/evaluation/ranking-speed/world';
import { compileVacancy } from '../../../src/matching/core/compile';
import type { CandidateFacts, Necessity, VacancyFacts } from '../../../src/matching/core/facts';
import { mix } from '../../../src/matching/core/fixed-point';
import { rankCandidates } from '../../../src/matching/core/rank';
import { MOST_SLOTS } from '../../../src/matching/slots/block';
import { SlotPeople } from '../../../src/matching/slots/people';
import { rankSlots } from '../../../src/matching/slots/rank-slots';

/** Put the printed seed here to replay. */
const SEED = Date.now() % 1_000_000;
const NECESSITIES: readonly Necessity[] = ['MUST', 'SHOULD', 'NICE'];

/** What changes who may be passed over: musts of every kind, and what the vacancy leaves open. */
function vary(facts: VacancyFacts, turn: number): VacancyFacts {
  const draw = (salt: number, end: number) => mix(SEED + salt, turn) % end;
  const threshold = (asked: VacancyFacts['education'], salt: number) =>
    draw(salt, 4) === 0 || asked === null
      ? null
      : { ...asked, necessity: NECESSITIES[draw(salt + 1, 3)] };
  return {
    ...facts,
    education: threshold(facts.education, 1),
    experience: threshold(facts.experience, 3),
    occupation: draw(5, 3) === 0 ? null : facts.occupation,
    employmentType: draw(6, 2) === 0 ? null : facts.employmentType,
    startMonth: draw(7, 2) === 0 ? null : facts.startMonth,
    isRemote: draw(8, 5) === 0,
    requirements: facts.requirements.slice(draw(9, 3), draw(10, 8)),
  };
}

/** In one regency; one in a hundred has more competencies than fit a slot. */
const inOneRegency = (
  facts: CandidateFacts,
  at: number,
  all: readonly CandidateFacts[],
): CandidateFacts => ({
  ...facts,
  district: facts.district === null ? null : 320_100 + (facts.district % 100),
  competencies: at % 100 === 50 ? joinHeld(all.slice(at - 4, at)) : facts.competencies,
});

function joinHeld(all: readonly CandidateFacts[]): CandidateFacts['competencies'] {
  const held = all.flatMap(({ competencies }) => competencies);
  return [...new Map(held.map((one) => [one.competency, one])).values()];
}

describe(`rankSlots over many people (seed ${SEED})`, () => {
  test.each(['starter', 'generated'] as const)(
    'passes over nobody who counts, %s taxonomy',
    (name) => {
      const world = new InventedWorld(benchRows(name), SEED);
      const plain = [...world.people(3_000)];
      const people = new SlotPeople();
      for (const facts of plain) people.put(facts);
      for (const reach of REACHES) {
        for (const [turn, facts] of world.vacancies(25, reach).entries()) {
          const vacancy = compileVacancy(vary(facts, turn), world.taxonomy, world.geography);
          for (const first of [1, 10, 50]) {
            const expected = rankCandidates(vacancy, plain, { first });
            expect(rankSlots(people, vacancy, { first })).toEqual(expected);
          }
        }
      }
    },
  );

  test('ranks a regency of several blocks, before and after many left', () => {
    const world = new InventedWorld(benchRows('starter'), SEED);
    const plain = [...world.people(MOST_SLOTS + 500)].map(inOneRegency);
    const people = new SlotPeople();
    for (const facts of plain) people.put(facts);
    const left = plain.filter(({ person }) => person % 3 === 0);
    const check = (expected: readonly CandidateFacts[]) => {
      for (const [turn, facts] of world.vacancies(12, 'nation').entries()) {
        const vacancy = compileVacancy(vary(facts, turn), world.taxonomy, world.geography);
        expect(rankSlots(people, vacancy, { first: 50 })).toEqual(
          rankCandidates(vacancy, expected, { first: 50 }),
        );
      }
    };
    check(plain);
    for (const { person } of plain) if (person % 3 !== 0) people.remove(person);
    check(left);
    for (const facts of plain) people.put(facts);
    check(plain);
  });
});
