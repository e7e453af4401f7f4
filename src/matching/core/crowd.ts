import { type Aspect, AspectMeter } from './aspects';
import type { CompiledVacancy } from './compile';
import type { CandidateFacts } from './facts';
import { partition } from './partition';

/** So many people at least are told alike before anybody agrees. Source: DOMAIN of the design (privacy, employer card). */
const LEAST_ALIKE = 5;

/**
 * The first so many places of an order are the people among whom these are counted: all who are shown, and those who
 * are most like them. Source: our choice, docs/adr/0026-cards-in-groups.md.
 */
export const CROWD_SIZE = 200;

/** What could be told of the people in the first places of a vacancy's order. */
export interface Crowd {
  /** Their numbers. */
  readonly people: Uint32Array;
  /** For each as many numbers as the vacancy has aspects. */
  readonly values: Int32Array;
}

/** Cost: some 2 microseconds a person. */
export function measureCrowd(vacancy: CompiledVacancy, people: readonly CandidateFacts[]): Crowd {
  const meter = new AspectMeter(vacancy);
  const width = meter.aspects.length;
  const values = new Int32Array(people.length * width);
  people.forEach((person, row) => {
    values.set(meter.measure(person), row * width);
  });
  return { people: Uint32Array.from(people, ({ person }) => person), values };
}

/**
 * What is withheld of people, by number, so that their employer is told at least five alike; all of a stranger.
 *
 * Shape: `newest` are people whose facts are newer than the crowd's, or who are not in it.
 * Cost: some 100 microseconds, and 2 for each of the newest.
 */
export function withholdIn(
  vacancy: CompiledVacancy,
  crowd: Crowd,
  newest: readonly CandidateFacts[] = [],
): (person: number) => readonly Aspect[] {
  const { aspects, lineOf } = new AspectMeter(vacancy);
  const { people, values } = replaceIn(vacancy, crowd, newest);
  const rowOf = new Map(Array.from(people, (person, row) => [person, row]));
  const kept = new Map<readonly number[], readonly Aspect[]>();
  const hidden = partition(values, aspects.length, LEAST_ALIKE, lineOf);
  const listOf = (columns: readonly number[]) => {
    const known = kept.get(columns) ?? hideAnother({ aspects, lineOf }, columns).map(nameAspect);
    kept.set(columns, known);
    return known;
  };
  const everything = aspects.map(nameAspect);
  return (person) => {
    const row = rowOf.get(person);
    return row === undefined ? everything : listOf(hidden[row]);
  };
}

function replaceIn(
  vacancy: CompiledVacancy,
  crowd: Crowd,
  newest: readonly CandidateFacts[],
): Crowd {
  if (newest.length === 0) return crowd;
  const fresh = measureCrowd(vacancy, newest);
  const isNewest = new Set(fresh.people);
  const width = fresh.values.length / newest.length;
  const stays = [...crowd.people.keys()].filter((row) => !isNewest.has(crowd.people[row]));
  return {
    people: Uint32Array.from([...stays.map((row) => crowd.people[row]), ...fresh.people]),
    values: Int32Array.from([
      ...stays.flatMap((row) => [...crowd.values.subarray(row * width, (row + 1) * width)]),
      ...fresh.values,
    ]),
  };
}

/** What one line alone is withheld of could be read off the sum: then the least of the others is withheld too. */
function hideAnother(
  { aspects, lineOf }: Pick<AspectMeter, 'aspects' | 'lineOf'>,
  columns: readonly number[],
): readonly Aspect[] {
  const isHidden = new Set(columns);
  const scored = [...aspects.keys()].filter((at) => aspects[at].weightBp > 0);
  const told = scored.filter((at) => !isHidden.has(at));
  const other = told.at(-1);
  if (other !== undefined && scored.length - told.length === 1) {
    for (const at of aspects.keys()) if (at === other || lineOf[at] === other) isHidden.add(at);
  }
  return aspects.filter((_, at) => isHidden.has(at));
}

const nameAspect = ({ aspect, requirementId, isBand }: Aspect): Aspect => ({
  ...{ aspect, requirementId, isBand },
});
