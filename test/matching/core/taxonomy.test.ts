import fc from 'fast-check';
import { closeImplications, type Implication } from '../../../src/matching/core/implications';
import { CoreTaxonomy, VIA } from '../../../src/matching/core/taxonomy';
import { JOB, SKILL, smallRows, smallTaxonomy } from './builders';

function walk(start: number, links: readonly Implication[]): Set<number> {
  const walked = new Set<number>();
  const queue = [start];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const { from, to } of links) {
      if (from !== at || walked.has(to)) continue;
      walked.add(to);
      queue.push(to);
    }
  }
  return walked;
}

describe('closeImplications', () => {
  const edge = fc.tuple(fc.nat(9), fc.nat(9)).filter(([a, b]) => a !== b);

  test('reaches exactly what a walk along the links reaches (I27)', () => {
    fc.assert(
      fc.property(fc.array(edge), (edges) => {
        const links = edges.map(([a, b]) => ({ from: Math.max(a, b), to: Math.min(a, b) }));
        const closed = closeImplications(10, links);
        closed.forEach((reached, concept) => {
          expect(reached).toEqual([...walk(concept, links)].sort((a, b) => a - b));
        });
      }),
    );
  });

  test('refuses links exactly when some concept reaches itself (I27)', () => {
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 15 }), (edges) => {
        const links = edges.map(([from, to]) => ({ from, to }));
        const hasCycle = links.some(({ from }) => walk(from, links).has(from));
        const close = () => closeImplications(10, links);
        if (hasCycle) expect(close).toThrow(RangeError);
        else expect(close).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  test('refuses a cycle and names it (I27)', () => {
    const links = [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 2, to: 1 },
    ];
    expect(() => closeImplications(3, links)).toThrow('implications form a cycle: 0 > 1 > 2 > 1');
  });
});

describe('CoreTaxonomy', () => {
  test('covers a competency by itself, by what implies it and by stand-ins', () => {
    expect(smallTaxonomy.coveredBy(SKILL.espresso)).toEqual([
      { held: SKILL.espresso, strengthBp: 10_000, via: VIA.EXACT },
      { held: SKILL.latteArt, strengthBp: 10_000, via: VIA.IMPLIED },
      { held: SKILL.teh, strengthBp: 6_000, via: VIA.SUBSTITUTE },
    ]);
  });

  test('a similar label earns half the squared cosine, both ways', () => {
    const similar = [{ a: SKILL.kasir, b: SKILL.teh, similarityBp: 6_000 }];
    const taxonomy = new CoreTaxonomy({ ...smallRows, similar });
    const link = { strengthBp: 1_800, via: VIA.SIMILAR };
    expect(taxonomy.coveredBy(SKILL.kasir)).toContainEqual({ held: SKILL.teh, ...link });
    expect(taxonomy.coveredBy(SKILL.teh)).toContainEqual({ held: SKILL.kasir, ...link });
  });

  test('licences that look alike do not cover each other', () => {
    const similar = [{ a: SKILL.simA, b: SKILL.simB1, similarityBp: 9_000 }];
    const taxonomy = new CoreTaxonomy({ ...smallRows, similar });
    expect(taxonomy.coveredBy(SKILL.simB1)).toHaveLength(1);
  });

  test('what few occupations need is rarer, and attitudes count a tenth', () => {
    const { rarityBp } = smallTaxonomy;
    expect(rarityBp[SKILL.espresso]).toBe(10_000);
    expect(rarityBp[SKILL.kasir]).toBe(Math.round((Math.log(3) / Math.log(5)) ** 2 * 10_000));
    expect(rarityBp[SKILL.sopan]).toBe(1_000);
  });

  test('rarity follows a published snapshot when there is one', () => {
    const holders = { profiles: 99, holders: [99, 1, 0, 0, 0, 0, 0] };
    const { rarityBp } = new CoreTaxonomy({ ...smallRows, holders });
    expect(rarityBp.slice(0, 3)).toEqual([227, 10_000, 10_000]);
  });

  test('work in the same occupation, family or elsewhere speaks less and less', () => {
    const evidence = smallTaxonomy.occupationEvidence(JOB.barista);
    expect(evidence[JOB.barista]).toBe(10_000);
    expect(evidence[JOB.bartender]).toBe(3_333);
    expect(evidence[JOB.sopir]).toBe(0);
  });
});
