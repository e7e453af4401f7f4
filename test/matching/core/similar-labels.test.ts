import fc from 'fast-check';
import { foldLabel, similaritiesTo, vectorise } from '../../../src/matching/core/label-vectors';
import { LEAST_SIMILARITY, similarLabels } from '../../../src/matching/core/similar-labels';

describe('similarLabels', () => {
  test('finds exactly the pairs that a full comparison finds', () => {
    const label = fc
      .array(fc.constantFrom('las', 'listrik', 'masak', 'memasak', 'kue', 'kué'), { maxLength: 4 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(label, { maxLength: 20 }), (labels) => {
        const vectors = vectorise(labels);
        const expected: string[] = [];
        labels.forEach((_, a) => {
          similaritiesTo(vectors, a).forEach((cosine, b) => {
            if (a < b && cosine >= LEAST_SIMILARITY) expected.push(`${a}-${b}`);
          });
        });
        expect(similarLabels(labels).map(({ a, b }) => `${a}-${b}`)).toEqual(expected);
      }),
    );
  });

  test('ignores case, accents and punctuation', () => {
    expect(foldLabel('  Entrée: C++ & Kué ')).toBe('entree c++ kue');
    expect(similarLabels(['Masak kué', 'MASAK KUE'])).toEqual([
      { a: 0, b: 1, similarityBp: 10_000 },
    ]);
  });

  test('gives no pair for labels without letters', () => {
    expect(similarLabels(['', '-', 'las'])).toEqual([]);
  });
});
