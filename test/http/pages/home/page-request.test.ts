import { EXAMPLE, readPageRequest } from '../../../../src/http/pages/home/page-request';

describe('readPageRequest', () => {
  it('starts with the example in Indonesian', () => {
    expect(readPageRequest({})).toEqual({ lang: 'id', ...EXAMPLE, without: null });
  });

  it('leaves the place empty when only skills are given', () => {
    expect(readPageRequest({ skills: ' menjahit ' })).toMatchObject({
      skills: 'menjahit',
      place: '',
    });
  });

  it('takes the first of repeated parameters', () => {
    expect(readPageRequest({ skills: ['las', 'cat'] }).skills).toBe('las');
  });

  it('cuts over-long words', () => {
    expect(readPageRequest({ skills: 'a'.repeat(9_000) }).skills).toHaveLength(500);
  });

  it.each([null, 'text', { skills: { nested: true } }, { lang: ['en'] }])(
    'falls back on the example for %j',
    (query) => {
      expect(readPageRequest(query).skills).toBe(EXAMPLE.skills);
    },
  );
});
