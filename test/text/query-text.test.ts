import { Dictionary } from '../../src/text/dictionary';
import { Places } from '../../src/text/places';
import { QueryReader } from '../../src/text/query-text';
import { catalogue, regions } from './catalogue';

const reader = new QueryReader(new Dictionary(catalogue), new Places(regions));
const read = (text: string) =>
  reader.read(text, ['COMPETENCY', 'OCCUPATION', 'REGION']).map(({ type, id }) => `${type}:${id}`);

describe('QueryReader.read', () => {
  it('reads what someone can do and where they live', () => {
    expect(read('saya bisa las listrik, tinggal di Palu Barat')).toEqual([
      'COMPETENCY:las-smaw',
      'REGION:72.71.02',
    ]);
  });

  it('lets a word be a competency and an occupation', () => {
    expect(read('barista')).toEqual(['COMPETENCY:barista', 'OCCUPATION:barista']);
  });

  it('reads a trade, not a town, where the trade is longer', () => {
    expect(read('tukang batu di kota Batu')).toEqual(['OCCUPATION:tukang-batu', 'REGION:35.79']);
  });

  it('counts a short word that is all a person says of their skill', () => {
    expect(read('saya bisa sql')).toEqual(['COMPETENCY:sql']);
  });

  it('names a concept once', () => {
    expect(read('barista, latte art, barista')).toEqual([
      'COMPETENCY:barista',
      'OCCUPATION:barista',
    ]);
  });
});

describe('QueryReader.leftovers', () => {
  it('gives the phrases that no match covers', () => {
    const text = 'saya bisa las listrik dan tukng kayu, di Palu Barat';
    const matches = reader.read(text, ['COMPETENCY', 'REGION']);
    expect(reader.leftovers(text, matches).map((leftover) => leftover.text)).toEqual([
      'tukng kayu',
    ]);
  });
});
