import { Random } from '../../../src/demo/random';
import { ImplicationGraph } from '../../../src/imports/taxonomy/implication-graph';
import { closeImplications } from '../../../src/matching/core/implications';

const SEED = 'implications 2026';
const WORLDS = 300;
const CONCEPTS = 9;

describe('ImplicationGraph', () => {
  it(`refuses exactly what would close a cycle once replacements are followed (seed ${SEED})`, () => {
    const random = new Random(SEED);
    const pick = () => random.between(0, CONCEPTS - 1);
    for (let world = 0; world < WORLDS; world++) {
      const graph = new ImplicationGraph([], []);
      const links: [number, number][] = [];
      const heirs = new Map<number, number>();
      for (let step = 0; step < 30; step++) {
        const [from, to] = [pick(), pick()];
        if (random.chance(0.2) && !heirs.has(from)) {
          const next = new Map(heirs).set(from, to);
          const isSound = isAcyclic(links, next);
          expect(graph.replace(String(from), String(to))).toBe(isSound);
          if (isSound) heirs.set(from, to);
        } else {
          const isSound =
            follow(from, heirs) !== follow(to, heirs) && isAcyclic([...links, [from, to]], heirs);
          expect(graph.add(String(from), String(to))).toBe(isSound);
          if (isSound) links.push([from, to]);
        }
      }
      for (let each = 0; each < CONCEPTS; each++) {
        expect(graph.resolve(String(each))).toBe(String(follow(each, heirs)));
      }
    }
  });
});

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
