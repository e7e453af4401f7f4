import { Bm25 } from '../../../src/evaluation/titles/bm25';
import { GramVectors } from '../../../src/evaluation/titles/grams';
import { misspell } from '../../../src/evaluation/titles/misspell';
import { Vocabulary } from '../../../src/evaluation/titles/vocabulary';
import { stemsOf } from '../../../src/evaluation/titles/words';
import { similarity } from '../../../src/search/similarity';

describe('Bm25', () => {
  const index = new Bm25([['sopir', 'truk'], ['sopir', 'bus', 'kota'], ['guru']]);

  it('counts a rare word more than a common one, and an absent one not at all', () => {
    const [truck, bus, teacher] = index.score(['sopir', 'truk']);
    expect(truck).toBeGreaterThan(bus);
    expect(bus).toBeGreaterThan(0);
    expect(teacher).toBe(0);
  });

  it('prefers the shorter of two documents with the same words', () => {
    const [short, long] = index.score(['sopir']);
    expect(short).toBeGreaterThan(long);
  });
});

describe('GramVectors', () => {
  const vectors = new GramVectors(['Tukang las', 'Tukang kayu', 'Guru']);

  it('gives 1 to the same text, whatever its case and accents', () => {
    expect(vectors.similarities('TUKANG LÁS')[0]).toBeCloseTo(1, 10);
  });

  it('still finds a text with a slip of the pen first', () => {
    const [welder, carpenter, teacher] = vectors.similarities('tukng las');
    expect(welder).toBeGreaterThan(carpenter);
    expect(carpenter).toBeGreaterThan(teacher);
  });
});

describe('Vocabulary', () => {
  const vocabulary = new Vocabulary([
    ['pelaut', 'kapal'],
    ['pelaut', 'pelaku'],
  ]);

  it('takes an unknown word for the commonest known one that is one slip away', () => {
    expect(vocabulary.correct('pelaur')).toBe('pelaut');
    expect(vocabulary.correct('kpaal')).toBe('kapal');
  });

  it('leaves known, short and distant words alone', () => {
    for (const word of ['pelaku', 'kap', 'penari']) expect(vocabulary.correct(word)).toBe(word);
  });
});

describe('stemsOf', () => {
  it('drops stop words and affixes, but leaves at least five letters', () => {
    expect(stemsOf('Pelayanan dan yang melayani')).toEqual(['layan', 'layan']);
    expect(stemsOf('makan diet')).toEqual(['makan', 'diet']);
  });
});

describe('misspell', () => {
  const title = 'Pengawas perawatan kapal';

  it('makes one slip in one word, the same for a seed', () => {
    for (let query = 0; query < 200; query += 1) {
      const typed = misspell(title, 3, query);
      expect(typed).toBe(misspell(title, 3, query));
      const edits = Math.round(
        (1 - similarity(typed, title)) * Math.max(typed.length, title.length),
      );
      expect(edits).toBeLessThanOrEqual(1);
    }
  });

  it('leaves titles of short words as they are', () => {
    expect(misspell('Ibu PKK', 1, 0)).toBe('Ibu PKK');
  });
});
