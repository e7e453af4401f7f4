import { VacancyReader } from '../../src/text/vacancy-text';
import { catalogue } from './catalogue';

const reader = new VacancyReader(catalogue);
const explicitIn = (title: string, description: string) =>
  reader
    .read({ title, description })
    .competencies.filter((competency) => competency.origin === 'EXPLICIT')
    .map((competency) => competency.id);

describe('VacancyReader.read', () => {
  it('finds the occupation behind seniority, haste and place', () => {
    const { occupation } = reader.read({
      title: 'URGENT! Senior Accounting Staff (Jakarta)',
      description: '',
    });
    expect(occupation).toMatchObject({ id: 'akuntan', matchedText: 'Accounting Staff' });
  });

  it('takes the more specific of two occupations in a title', () => {
    expect(reader.read({ title: 'Sales Manager / Sales', description: '' }).occupation?.id).toBe(
      'sales-manager',
    );
  });

  it('marks what only the occupation says as inferred', () => {
    const { competencies } = reader.read({ title: 'Welder', description: 'Jujur dan rajin' });
    expect(competencies.map(({ id, origin }) => [id, origin])).toEqual([
      ['jujur', 'EXPLICIT'],
      ['las-smaw', 'INFERRED'],
    ]);
  });

  it('reads no field of study as a competency', () => {
    expect(explicitIn('Staf', 'Pendidikan S1 jurusan Akuntansi/Hukum Mampu sales')).toEqual([
      'penjualan',
    ]);
  });

  it('reads no benefit as a competency', () => {
    expect(explicitIn('Staf', 'Latte art gratis,BPJS | Menguasai JavaScript')).toEqual([
      'javascript',
    ]);
  });

  it('splits words that lost the line end between them, but not names', () => {
    expect(explicitIn('Staf', 'sederajatWelding dan JavaScript')).toEqual([
      'pengelasan',
      'javascript',
    ]);
  });

  it('settles an ambiguous word by the occupation', () => {
    expect(explicitIn('Beautician', 'Melakukan perawatan')).toEqual(['facial']);
  });

  it('counts an unsettled word and an unknown title as unresolved', () => {
    const { occupation, unresolved } = reader.read({
      title: 'Pawang Hujan',
      description: 'Melakukan perawatan',
    });
    expect(occupation).toBeNull();
    expect(unresolved).toEqual([
      { type: 'OCCUPATION', term: 'pawang hujan' },
      { type: 'COMPETENCY', term: 'perawatan' },
    ]);
  });

  it('decodes entities and drops tags', () => {
    expect(explicitIn('Staf', '<b>Latte</b>&nbsp;dan <i>latte&nbsp;art</i>')).toEqual(['barista']);
  });
});
