import { Random } from '../../../src/demo/random';
import { ImplicationGraph } from '../../../src/imports/taxonomy/implication-graph';
import { closeImplications } from '../../../src/matching/core/implications';

const SEED = 'implications 2026';
const WORLDS = 300;
const CONCEPTS = 9;
const STEPS = 30;
const REPLACED = 0.2;

describe('ImplicationGraph', () => {
  it(`refuses exactly what would close a cycle once replacements are followed (seed ${SEED})`, () => {
    const random = new Random(SEED);
    for (let world = 0; world < WORLDS; world++) {
      const twin = { graph: new ImplicationGraph([], []), links: [], heirs: new Map() };
      for (let step = 0; step < STEPS; step++) takeStep(twin, random);
      for (let each = 0; each < CONCEPTS; each++) {
        expect(twin.graph.resolve(String(each))).toBe(String(follow(each, twin.heirs)));
      }
    }
  });
});

/** The graph, and the same told by plain lists. */
interface Twin {
  graph: ImplicationGraph;
  links: [number, number][];
  heirs: Map<number, number>;
}

function takeStep({ graph, links, heirs }: Twin, random: Random): void {
  const [from, to] = [random.between(0, CONCEPTS - 1), random.between(0, CONCEPTS - 1)];
  if (random.chance(REPLACED) && !heirs.has(from)) {
    const isSound = isAcyclic(links, new Map(heirs).set(from, to));
    expect(graph.replace(String(from), String(to))).toBe(isSound);
    if (isSound) heirs.set(from, to);
  } else {
    const isOther = follow(from, heirs) !== follow(to, heirs);
    const isSound = isOther && isAcyclic([...links, [from, to]], heirs);
    expect(graph.add(String(from), String(to))).toBe(isSound);
    if (isSound) links.push([from, to]);
  }
}

function follow(concept: number, heirs: ReadonlyMap<number, number>): number {
  let at = concept;
  for (let step = 0; step <= heirs.size; step++) at = heirs.get(at) ?? at;
  return at;
}

/** By the function that the engines use: it throws for a cycle; links of a concept to itself do not count. */
function isAcyclic(
  links: readonly [number, number][],
  heirs: ReadonlyMap<number, number>,
): boolean {
  const isCircular = [...heirs.keys()].some((concept) => heirs.has(follow(concept, heirs)));
  if (isCircular) return false;
  const resolved = links.map(([from, to]) => ({
    from: follow(from, heirs),
    to: follow(to, heirs),
  }));
  try {
    closeImplications(
      CONCEPTS,
      resolved.filter(({ from, to }) => from !== to),
    );
    return true;
  } catch {
    return false;
  }
}
