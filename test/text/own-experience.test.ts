import { findOwnExperience } from '../../src/text/own-experience';

const trade = (text: string) =>
  [...text.matchAll(/tukang las|kasir|akuntansi|menjahit/g)].map(({ 0: words, index }) => ({
    ...{ type: 'OCCUPATION' as const, start: index, end: index + words.length },
  }));

describe('findOwnExperience', () => {
  it.each([
    ['tukang las, pengalaman 3 tahun', 36],
    ['tukang las 3 tahun', 36],
    ['tukang las sudah 3 tahun, umur 25 tahun', 36],
    ['umur 25 tahun, tukang las (3 thn)', 36],
    ['kasir di Toko Maju 2 tahun', 24],
    ['3 tahun jadi tukang las', 36],
    ['kerja 6 bulan di pabrik', 6],
    ['bekerja di bengkel selama 20 tahun', 240],
    ['kasir 1 tahun, tukang las 4 tahun', 48],
  ])('reads "%s" as %i months of work', (text, months) => {
    expect(findOwnExperience(text, trade(text))?.minMonths).toBe(months);
  });

  it.each([
    'umur 25 tahun',
    'tukang las usia 30 tahun',
    'tukang las, berumur 25 tahun',
    'tukang las, 25 tahun',
    'kuliah akuntansi 4 tahun',
    'kursus menjahit 6 bulan',
    'tinggal di Palu 3 tahun, tukang las',
    'lulus 3 tahun lalu',
    'tukang las',
  ])('reads no length of work in "%s"', (text) => {
    expect(findOwnExperience(text, trade(text))).toBeNull();
  });
});
