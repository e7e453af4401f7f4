import { Dictionary } from '../../src/text/dictionary';
import type { ReadingMode } from '../../src/text/dictionary-entry';
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

  it('forgets what it has learnt, word for word', () => {
    const own = new Dictionary(catalogue);
    own.learn('COMPETENCY', 'barista', 'pawang blorgo');
    own.learn('COMPETENCY', 'las-smaw', 'pawang zzyx');
    expect(own.unlearn('COMPETENCY', 'barista', 'Pawang Blorgo')).toBe(true);
    expect(own.lookUp('COMPETENCY', 'pawang blorgo')).toEqual([]);
    expect(own.lookUp('COMPETENCY', 'pawang zzyx')).toEqual(['las-smaw']);
    expect([own.hasWord('blorgo'), own.hasWord('pawang')]).toEqual([false, true]);
    expect(own.find('COMPETENCY', 'pawang blorgo', { mode: 'query' })).toEqual([]);
    own.learn('COMPETENCY', 'las-smaw', 'pawang blorgo');
    expect(own.lookUp('COMPETENCY', 'pawang blorgo')).toEqual(['las-smaw']);
  });

  it('forgets no other meaning, no label, and nothing that it never knew', () => {
    const own = new Dictionary(catalogue);
    const [first] = catalogue.competencies;
    const before = own.lookUp('COMPETENCY', first.labelId);
    for (const type of ['COMPETENCY', 'OCCUPATION'] as const) {
      expect(own.unlearn(type, 'nobody', first.labelId)).toBe(true);
      expect(own.unlearn(type, first.id, 'wubwub')).toBe(true);
    }
    expect(own.lookUp('COMPETENCY', first.labelId)).toEqual(before);
  });

  it('asks to be built anew where another name gave way to the word', () => {
    const competencies = catalogue.competencies.map((each) =>
      each.id === 'barista' ? { ...each, aliases: [...each.aliases, 'wubwub'] } : each,
    );
    const imported = { ...competencies[0], id: 'esco:1', labelId: 'Wubwub', aliases: [] };
    const own = new Dictionary({ ...catalogue, competencies: [...competencies, imported] });
    expect(own.unlearn('COMPETENCY', 'barista', 'wubwub')).toBe(false);
    expect(own.lookUp('COMPETENCY', 'wubwub')).toEqual(['barista']);
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
