import { readGroups } from '../../../src/evaluation/titles/groups';

const baker = {
  id: '1111',
  title: 'Pembuat roti',
  description: [
    'Pembuat roti mengolah adonan.',
    'Tugas meliputi:',
    'a) memanggang roti.',
    'Contoh pekerjaan diklasifikasikan di sini:',
    '- Tukang roti',
    '-  Pembuat kue',
    '',
    'Beberapa pekerjaan terkait diklasifikasikan di tempat lain:',
    '- Penjual roti - 2222  -  Kasir toko- 2222',
    '- Pemilik toko',
    '- Manajer toko, 3333',
    'Catatan',
    'Lihat juga yang lain.',
  ].join('\n'),
};
const seller = { id: '2222', title: 'Penjual', description: 'Penjual menjual barang.' };

describe('readGroups', () => {
  const [first, second] = readGroups([baker, seller]);

  it('keeps the examples of a group as names', () => {
    expect(first.names).toEqual(['Tukang roti', 'Pembuat kue']);
  });

  it('moves what is classified elsewhere to the group whose code follows', () => {
    expect(second.names).toEqual(['Penjual roti', 'Kasir toko']);
    expect(first.body).not.toContain('Penjual roti');
  });

  it('keeps the notes behind the lists', () => {
    expect(first.body).toContain('memanggang roti');
    expect(first.body).toContain('Lihat juga yang lain.');
  });

  it('gives several names before one code to that group, and drops codes that are no group', () => {
    const third = { id: '3333', title: 'Manajer', description: '' };
    expect(readGroups([baker, third])[1].names).toEqual(['Pemilik toko', 'Manajer toko']);
    expect(readGroups([baker])).toHaveLength(1);
  });
});
