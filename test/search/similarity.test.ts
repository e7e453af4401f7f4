import { fold, similarity } from '../../src/search/similarity';

describe('fold', () => {
  it('drops case, accents and punctuation, keeps C# and C++', () => {
    expect(fold('  Guru TK/PAUD (Café), C#, C++ ')).toBe('guru tk paud cafe c# c++');
  });
});

describe('similarity', () => {
  it('is 1 for the same text', () => {
    expect(similarity('las', 'las')).toBe(1);
    expect(similarity('', '')).toBe(1);
  });

  it('counts a swap of neighbours as one edit', () => {
    expect(similarity('satapm', 'satpam')).toBeCloseTo(5 / 6);
  });

  it('is 0 when nothing is shared', () => {
    expect(similarity('abc', 'xyz')).toBe(0);
  });
});
