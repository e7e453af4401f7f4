import { isWithin, Places } from '../../src/text/places';
import { regions } from './catalogue';

const places = new Places(regions);

describe('Places.resolve', () => {
  it.each([
    ['Kota Palu', '72.71'],
    ['palu', '72.71'],
    ['Jakarta Barat', '31.73'],
    ['Jakarta Raya', '31'],
    ['Bali', '51'],
    ['Palangkaraya', '62.71'],
    ['Kab. Sigi', '72.10'],
    ['Kabupaten Bogor', '32.01'],
    ['kota yogyakarta', '34.71'],
    ['Kec. Tatanga', '72.71.06'],
    ['Batu', '35.79'],
    ['Indonesia', 'ID'],
  ])('reads %s as %s', (text, code) => {
    expect(places.resolve(text)?.id).toBe(code);
  });

  it('takes the city for a bare name that a regency shares, with less confidence', () => {
    const shared = places.resolve('Bogor');
    expect(shared?.id).toBe('32.71');
    expect(shared?.confidenceBp).toBeLessThan(places.resolve('Kota Bogor')?.confidenceBp ?? 0);
  });

  it('leaves an unknown or ambiguous name unresolved', () => {
    expect(places.resolve('Atlantis')).toBeNull();
    expect(places.resolve('Dolo')).toBeNull();
  });
});

describe('Places.find', () => {
  const codesIn = (text: string) => places.find(text).map((match) => match.id);

  it('reads a district only after a word of place', () => {
    expect(codesIn('tinggal di Palu Barat')).toEqual(['72.71.02']);
    expect(codesIn('tatanga baru')).toEqual([]);
  });

  it('does not take a common word for a town', () => {
    expect(codesIn('pasang batu bata')).toEqual([]);
  });

  it('settles namesakes by another region of the text', () => {
    expect(codesIn('kecamatan Dolo, Kabupaten Sigi')).toEqual(['72.10.05', '72.10']);
  });
});

describe('isWithin', () => {
  it('follows the parts of the code', () => {
    expect(isWithin('72.71.02', '72.71')).toBe(true);
    expect(isWithin('72.71', 'ID')).toBe(true);
    expect(isWithin('72.1', '72.10')).toBe(false);
  });
});
