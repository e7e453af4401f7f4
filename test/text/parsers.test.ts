import { findEducation } from '../../src/text/education';
import { parseEmploymentType } from '../../src/text/employment';
import { findExperience } from '../../src/text/experience';
import { findPay, parseRupiah } from '../../src/text/rupiah';

describe('parseRupiah', () => {
  it.each([
    ['Rp 3.880.500 – Rp 5.500.000 per month', 3_880_500, 5_500_000, 'MONTH'],
    ['3-5 juta', 3_000_000, 5_000_000, null],
    ['4,5jt', 4_500_000, 4_500_000, null],
    ['Rp\u00a015,000,000 – Rp\u00a022,000,000 per bulan', 15_000_000, 22_000_000, 'MONTH'],
    ['150rb/hari', 150_000, 150_000, 'DAY'],
    ['Rp5.000.000', 5_000_000, 5_000_000, null],
    ['15000000', 15_000_000, 15_000_000, null],
    ['up to 10 juta', null, 10_000_000, null],
    ['mulai dari 3,2 jt', 3_200_000, null, null],
    ['3 s/d 5 juta', 3_000_000, 5_000_000, null],
    ['Rp 2.500.000,-', 2_500_000, 2_500_000, null],
  ])('reads %s', (text, minIdr, maxIdr, unit) => {
    expect(parseRupiah(text)).toEqual({ minIdr, maxIdr, unit, minimumWage: null });
  });

  it('knows the regional minimum wage', () => {
    expect(parseRupiah('gaji UMK')).toEqual({
      minIdr: null,
      maxIdr: null,
      unit: null,
      minimumWage: 'UMK',
    });
  });

  it.each(['kompetitif', '081234567890', 'usia 25 tahun', ''])('finds no pay in "%s"', (text) => {
    expect(parseRupiah(text)).toBeNull();
  });
});

describe('findPay', () => {
  it('needs a word for pay and a marked amount', () => {
    expect(findPay('Usia 20-35 tahun. Gaji 3-4 juta + bonus')).toMatchObject({
      minIdr: 3_000_000,
      maxIdr: 4_000_000,
    });
    expect(findPay('Omzet 500 juta per bulan')).toBeNull();
    expect(findPay('Gaji kompetitif, usia 25')).toBeNull();
  });
});

describe('findEducation', () => {
  it.each([
    ['Pendidikan minimal D3 / S1 dari semua jurusan', 'D3'],
    ['Lulusan SMA/SMK sederajat', 'SMA'],
    ["Bachelor's degree in Law", 'S1'],
    ['min. S-1 Teknik', 'S1'],
    ['Ijazah minimal SMP', 'SMP'],
    ['jam 08.00 s/d 17.00', null],
    ['Guru Matematika tingkat SMA', null],
    ['tukang las di Palu', null],
    ['di', null],
    ['DIBUTUHKAN TUKANG LAS DI PALU', null],
    ['penempatan D I Yogyakarta', null],
    ['lulusan S1, tinggal di Palu', 'S1'],
    ['lulusan D3, kerja di bank', 'D3'],
    ['lulusan d3 atau d1', 'D1'],
    ['min. D III Keperawatan', 'D3'],
    ['DI/DII Perpustakaan', 'D1'],
    ['Pendidikan D-I Pajak', 'D1'],
    ['golongan darah S 1', null],
    ['Jalan Merpati Blok D 1', null],
  ])('reads %s as %s', (text, level) => {
    expect(findEducation(text)?.level ?? null).toBe(level);
  });
});

describe('findExperience', () => {
  it.each([
    ['pengalaman minimal 2 tahun sebagai SPG', 24],
    ['minimal 2 tahun pengalaman', 24],
    ['At least 2 year(s) of working experience', 24],
    ['berpengalaman min. 6 bulan', 6],
    ['3-5 years of experience in sales', 36],
    ['Fresh graduate welcome', 0],
    ['pengalaman minimal satu tahun', 12],
    ['Usia maksimal 30 tahun', null],
  ])('reads %s as %s months', (text, months) => {
    expect(findExperience(text)?.minMonths ?? null).toBe(months);
  });
});

describe('parseEmploymentType', () => {
  it.each([
    ['full_time', 'PERMANENT'],
    ['part_time,contract', 'PART_TIME'],
    ['Kontrak', 'FIXED_TERM'],
    ['Magang', 'INTERNSHIP'],
    ['harian lepas', 'FREELANCE'],
    ['', null],
  ])('reads "%s" as %s', (text, type) => {
    expect(parseEmploymentType(text)).toBe(type);
  });
});
