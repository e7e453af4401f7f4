import fc from 'fast-check';
import {
  layOut,
  renderBreakdown,
  renderScoreBar,
} from '../../../../src/http/pages/parts/score-bar';
import { aMatch } from './match-fixture';

const factor = fc.record({
  factor: fc.constantFrom('COMPETENCY', 'OCCUPATION', 'DISTANCE', 'EDUCATION'),
  contributionBp: fc.integer({ min: 0, max: 1500 }),
  via: fc.constant('NONE'),
  requirement: fc.constant(null),
});

describe('layOut', () => {
  it('ends exactly at the score', () => {
    fc.assert(
      fc.property(fc.array(factor, { maxLength: 6 }), fc.nat(1000), (factors, wantedCut) => {
        const evidence = factors
          .filter((line) => line.factor === 'COMPETENCY' || line.factor === 'OCCUPATION')
          .reduce((sum, line) => sum + line.contributionBp, 0);
        const cut = Math.min(wantedCut, evidence);
        const specificity = {
          factor: 'SPECIFICITY',
          contributionBp: -cut,
          via: 'NONE',
          requirement: null,
        };
        const match = aMatch([...factors, specificity]);
        const segments = layOut(match);
        expect(segments.reduce((sum, segment) => sum + segment.width, 0)).toBe(match.scoreBp);
        for (const segment of segments) expect(segment.width).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('renderScoreBar', () => {
  const match = aMatch([
    {
      factor: 'COMPETENCY',
      contributionBp: 4000,
      via: 'EXACT',
      requirement: { competency: { label: 'Las "busur"' } },
    },
    { factor: 'SPECIFICITY', contributionBp: -1000, via: 'NONE', requirement: null },
    { factor: 'DISTANCE', contributionBp: 1000, via: 'NONE', requirement: null },
  ]);

  it('tells the sum to a screen reader', () => {
    expect(renderScoreBar(match, 'id').toString()).toContain(
      'aria-label="Nilai 40,00 dari 100: Kompetensi 40,00, Potongan lowongan umum −10,00, Jarak 10,00"',
    );
  });

  it('shows what a vague vacancy cuts behind the score', () => {
    expect(renderScoreBar(match, 'id').toString()).toContain('class="cut" x="4000" width="1000"');
  });

  it('lists contributions that add up to the score', () => {
    const text = renderBreakdown(match, 'en').toString();
    const values = [...text.matchAll(/<data value="(-?\d+)">/g)].map((hit) => Number(hit[1]));
    const total = values.pop();
    expect(values.reduce((sum, value) => sum + value, 0)).toBe(total);
    expect(text).toContain('Las &quot;busur&quot;');
  });
});
