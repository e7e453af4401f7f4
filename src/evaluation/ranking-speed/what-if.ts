import { changeVacancy } from '../../matching/core/simulate';
import type { SlotPeople } from '../../matching/slots/people';
import { simulateSlots } from '../../matching/slots/simulate-slots';
import { BARS, hold, type SpeedLine } from './lines';
import { compileIn, fillSlots, type Prepared } from './prepared';
import { percentiles, stopwatch } from './times';

/** As many people as the bar speaks of. */
const MOST_PEOPLE = 100_000;
/** First places that are compared, as the service does. */
const TOP = 25;
const WARM_UP = 5;

/** Each national vacancy beside itself without one requirement, a must where it has one. */
export function measureWhatIf(prepared: Prepared): SpeedLine {
  const { world, vacancies, size } = prepared;
  const people = firstPeople(prepared);
  const simulate = (at: number): number => {
    const facts = vacancies.nation[at];
    const left = facts.requirements.find(({ necessity }) => necessity === 'MUST');
    const requirementId = (left ?? facts.requirements[0]).id;
    const watch = stopwatch();
    const before = compileIn(world, facts);
    const after = compileIn(world, changeVacancy(facts, [{ requirementId, remove: true }]));
    simulateSlots(people, before, after, TOP);
    return watch();
  };
  for (let at = 0; at < Math.min(WARM_UP, size.vacancies); at += 1) simulate(at);
  const times = vacancies.nation.map((_, at) => simulate(at));
  const { rankings: simulations, ...found } = percentiles(times);
  const line = { what: 'what-if', reach: 'nation', people: people.size, simulations, ...found };
  return hold({ taxonomy: size.taxonomy, ...line }, BARS.whatIf, size.taxonomy);
}

function firstPeople({ people, world }: Prepared): SlotPeople {
  if (people.size <= MOST_PEOPLE) return people;
  return fillSlots(world, MOST_PEOPLE);
}
