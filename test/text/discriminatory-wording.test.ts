import { findDiscriminatoryWording } from '../../src/text/discriminatory-wording';

const groundsOf = (text: string) => findDiscriminatoryWording(text).map(({ ground }) => ground);

describe('findDiscriminatoryWording', () => {
  it.each([
    ['Usia maksimal 30 tahun', 'AGE'],
    ['berusia 18-25 thn', 'AGE'],
    ['Umur max. 27', 'AGE'],
    ['Age between 20 and 30', 'AGE'],
    ['maximum 35 years old', 'AGE'],
    ['Dicari wanita untuk kasir', 'SEX'],
    ['Laki-laki, sehat jasmani', 'SEX'],
    ['Female only', 'SEX'],
    ['Berpenampilan menarik', 'LOOKS'],
    ['tinggi badan minimal 160 cm', 'LOOKS'],
    ['good looking and friendly', 'LOOKS'],
    ['Belum menikah', 'MARITAL_STATUS'],
    ['must be single', 'MARITAL_STATUS'],
    ['Khusus muslimah', 'RELIGION'],
    ['beragama Islam', 'RELIGION'],
  ])('sees in "%s": %s', (text, ground) => {
    expect(groundsOf(text)).toEqual([ground]);
  });

  it.each([
    'Pria/wanita, siap bekerja dalam tim',
    'Terbuka untuk laki-laki dan perempuan',
    'Menjual pakaian wanita dan sepatu pria',
    'Pengalaman minimal 10 tahun',
    'Membuat single page application',
    'Menguasai Excel, jujur, teliti',
    'manage 12 people',
    'Menjaga penampilan toko',
  ])('sees nothing in "%s"', (text) => {
    expect(groundsOf(text)).toEqual([]);
  });

  it('quotes the words and names a ground once a line', () => {
    const text = 'Wanita, usia maksimal 25 tahun, cantik, good looking\nBelum menikah';
    expect(findDiscriminatoryWording(text)).toEqual([
      { ground: 'AGE', matchedText: 'usia maksimal 25 tahun' },
      { ground: 'LOOKS', matchedText: 'cantik' },
      { ground: 'SEX', matchedText: 'Wanita' },
      { ground: 'MARITAL_STATUS', matchedText: 'Belum menikah' },
    ]);
  });

  it('reads the longest description at once', () => {
    const started = performance.now();
    findDiscriminatoryWording('usia umur age wanita tinggi badan '.repeat(300));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
