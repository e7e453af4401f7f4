import type { Random } from './random';
import type { DemoOccupation } from './reference';

interface Subject {
  title: string;
  employer: string;
  placeName: string;
  occupation: DemoOccupation;
}

const openings = [
  '{employer} membuka lowongan {title} untuk penempatan di {place}.',
  'Kami, {employer}, mencari {title} yang siap bekerja di {place}.',
  'Dibutuhkan segera: {title} di {employer}, {place}.',
  '{employer} sedang menambah tim dan mengundang Anda melamar sebagai {title} di {place}.',
];

const duties = [
  'Tugas sehari-hari meliputi {skills}.',
  'Anda akan menangani {skills}.',
  'Pekerjaan utama: {skills}.',
];

const conditions = [
  'Bersedia bekerja dalam tim dan mengikuti jadwal kerja bergilir.',
  'Jujur, teliti, dan bertanggung jawab atas pekerjaan sendiri.',
  'Pengalaman di bidang yang sama menjadi nilai tambah.',
  'Pelamar yang baru lulus tetap kami pertimbangkan.',
  'Mampu berkomunikasi dengan baik dalam bahasa Indonesia.',
  'Terbuka bagi penyandang disabilitas sesuai jenis pekerjaan.',
  'Masa percobaan tiga bulan, setelah itu dinilai bersama.',
];

const offers = [
  'Kami menyediakan BPJS Kesehatan dan Ketenagakerjaan sejak hari pertama.',
  'Tersedia makan siang dan uang transpor.',
  'Upah dibayar tepat waktu sesuai ketentuan upah minimum.',
  'Tersedia pelatihan singkat sebelum mulai bekerja.',
  'Tersedia mes bagi pekerja dari luar daerah.',
  'Hari kerja Senin sampai Sabtu, lembur dihitung.',
];

/** An advertisement of four to six sentences that says it is invented. */
export function describeVacancy(random: Random, subject: Subject): string {
  const skills = random
    .sample(subject.occupation.needs, 3)
    .map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1));
  return [
    random.pick(openings),
    random.pick(duties),
    ...random.sample(conditions, random.between(1, 2)),
    ...random.sample(offers, random.between(1, 2)),
    'Melamar tidak dipungut biaya. Lowongan ini rekaan untuk peragaan.',
  ]
    .join(' ')
    .replaceAll('{employer}', subject.employer)
    .replaceAll('{title}', subject.title)
    .replaceAll('{place}', subject.placeName)
    .replaceAll('{skills}', listWords(skills));
}

function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} dan ${words[words.length - 1]}`;
}
