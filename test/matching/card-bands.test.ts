import { bandLevel, nameDistance } from '../../src/matching/card-bands';

describe('bands', () => {
  it('put five levels into three', () => {
    expect([1, 2, 3, 4, 5].map(bandLevel)).toEqual([
      'FOUNDATION',
      'FOUNDATION',
      'WORKING',
      'ADVANCED',
      'ADVANCED',
    ]);
  });

  it('name the distances of the core', () => {
    expect([5, 250, null].map(nameDistance)).toEqual(['KM_5', 'KM_250', 'BEYOND']);
  });
});
