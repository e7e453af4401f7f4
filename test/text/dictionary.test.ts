import { Dictionary, type ReadingMode } from '../../src/text/dictionary';
import { catalogue } from './catalogue';

const dictionary = new Dictionary(catalogue);
const idsIn = (text: string, mode: ReadingMode, type: 'COMPETENCY' | 'OCCUPATION' = 'COMPETENCY') =>
  dictionary.find(type, text, { mode }).map((match) => match.id);

describe('Dictionary', () => {
  it('prefers the longest term at each place', () => {
    expect(idsIn('bisa las listrik SMAW', 'query')).toEqual(['las-smaw']);
  });

  it('matches whole words only', () => {
    expect(idsIn('baristanya', 'query')).toEqual([]);
  });

  it('does not join words across a comma or a bullet', () => {
    expect(idsIn('las, listrik', 'query')).toEqual([]);
    expect(idsIn('latte - art', 'query')).toEqual([]);
  });

  it('keeps plus and hash signs in a word', () => {
    expect(idsIn('Menguasai C++ dengan baik', 'ad')).toEqual(['cpp']);
  });

  it('reads compatibility letters like plain ones', () => {
    expect(idsIn('𝗕𝗮𝗿𝗶𝘀𝘁𝗮', 'ad')).toEqual(['barista']);
  });

  it('counts a short alias only when it stands alone', () => {
    expect(idsIn('sql, barista', 'query')).toEqual(['sql', 'barista']);
    expect(idsIn('lulus sql dasar', 'query')).toEqual([]);
    expect(idsIn('HR', 'title', 'OCCUPATION')).toEqual(['hrd']);
    expect(idsIn('sql', 'ad')).toEqual([]);
  });

  it('leaves context aliases out of advertisement text', () => {
    expect(idsIn('kirim dokumen lamaran', 'ad')).toEqual([]);
    expect(idsIn('rapikan dokumen', 'query')).toEqual(['arsip']);
  });

  it('counts a word for a person in running text only where the occupation supports it', () => {
    expect(idsIn('bekerja di bawah supervisor', 'ad')).toEqual([]);
    expect(idsIn('Supervisor', 'title')).toEqual(['supervisi']);
    const isNeeded = (id: string) => id === 'rekrutmen';
    const found = dictionary.find('COMPETENCY', 'proses recruitment', { mode: 'ad', isNeeded });
    expect(found.map((match) => match.id)).toEqual(['rekrutmen']);
  });

  it('lets a name hide the terms inside it', () => {
    expect(idsIn('penempatan Kelapa Gading', 'ad')).toEqual([]);
    expect(idsIn('tanam kelapa', 'ad')).toEqual(['kelapa']);
  });

  it('reads an English plural as its singular', () => {
    expect(idsIn('prepare dokumens', 'query')).toEqual(['arsip']);
  });

  it('takes two terms that share a word', () => {
    expect(idsIn('las listrik smaw busur, sales jualan', 'query')).toContain('penjualan');
  });

  it('gives every target of an ambiguous alias at a shared confidence', () => {
    const found = dictionary.find('COMPETENCY', 'perawatan', { mode: 'query' });
    expect(found.map((match) => [match.id, match.confidenceBp])).toEqual([
      ['facial', 5_000],
      ['maintenance', 5_000],
    ]);
  });

  it('tells where the matched words stand in the original text', () => {
    const [match] = dictionary.find('COMPETENCY', 'Bisa  LAS   Listrik!', { mode: 'query' });
    expect(match).toBeUndefined();
    const [spaced] = dictionary.find('COMPETENCY', 'Bisa LAS Listrik!', { mode: 'query' });
    expect(spaced).toMatchObject({ matchedText: 'LAS Listrik', start: 5, end: 16 });
  });
});
