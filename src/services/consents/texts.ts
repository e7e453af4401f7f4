import type { ConsentPurpose } from '../../entities/vocabulary';

/** The words that a person agrees to. A version is never reworded: new words are a new version. */
export interface ConsentText {
  readonly purpose: ConsentPurpose;
  readonly version: string;
  readonly id: string;
  readonly en: string;
}

/** Every text that anybody could agree to, oldest first. */
export const consentTexts: readonly ConsentText[] = [
  {
    purpose: 'MATCHING',
    version: '1',
    id: 'Saya setuju data kerja saya (kompetensi, pendidikan, pengalaman, kecamatan, kesiapan kerja) dicocokkan dengan lowongan. Pemberi kerja melihat kartu tanpa nama dan tanpa kontak. Saya dapat menarik persetujuan ini kapan saja.',
    en: 'I agree that my working life (competencies, education, experience, district, availability) is matched with vacancies. Employers see a card without name or contact. I can take this back at any time.',
  },
  {
    purpose: 'SHARE_WITH_EMPLOYER',
    version: '1',
    id: 'Saya setuju pemberi kerja yang disebut melihat nama, telepon, surel, kelurahan, kompetensi, dan riwayat kerja saya untuk keperluan seleksi, sampai batas waktu yang disebut. Setiap kali dibaca akan dicatat dan dapat saya lihat. Saya dapat menarik persetujuan ini kapan saja.',
    en: 'I agree that the employer named sees my name, phone, e-mail, kelurahan, competencies and work history to decide on my application, until the time stated. Every reading is noted and I can see it. I can take this back at any time.',
  },
  {
    purpose: 'SHARE_ACCOMMODATIONS',
    version: '1',
    id: 'Saya setuju pemberi kerja yang disebut mengetahui penyesuaian yang saya perlukan di tempat kerja, tanpa ragam disabilitas saya. Saya dapat menarik persetujuan ini kapan saja.',
    en: 'I agree that the employer named learns which accommodations I need at work, not the kind of my disability. I can take this back at any time.',
  },
  {
    purpose: 'RESERVED_LIST',
    version: '1',
    id: 'Saya setuju dipertimbangkan untuk lowongan yang disediakan bagi penyandang disabilitas. Saya dapat menarik persetujuan ini kapan saja.',
    en: 'I agree to be considered for vacancies that are reserved for people with disabilities. I can take this back at any time.',
  },
  {
    purpose: 'STATISTICS',
    version: '1',
    id: 'Saya setuju data saya dihitung dalam statistik ketenagakerjaan tanpa nama. Saya dapat menarik persetujuan ini kapan saja.',
    en: 'I agree to be counted in labour statistics without my name. I can take this back at any time.',
  },
  {
    purpose: 'CREDIT_REFERRAL',
    version: '1',
    id: 'Saya setuju dinas meneruskan nama dan kontak saya ke bank penyalur KUR. Keputusan kredit ada pada bank. Saya dapat menarik persetujuan ini kapan saja.',
    en: 'I agree that the office passes my name and contact on to a bank that gives KUR loans. The bank decides. I can take this back at any time.',
  },
  {
    purpose: 'TRAINING_REFERRAL',
    version: '1',
    id: 'Saya setuju dinas meneruskan nama dan kontak saya ke penyelenggara pelatihan. Saya dapat menarik persetujuan ini kapan saja.',
    en: 'I agree that the office passes my name and contact on to a training provider. I can take this back at any time.',
  },
];

const newest = new Map(consentTexts.map((text) => [text.purpose, text]));

/** The newest text of every purpose. */
export const currentTexts = (): ConsentText[] => [...newest.values()];

/** The newest text of a purpose: the only one that can be agreed to. */
export function currentText(purpose: ConsentPurpose): ConsentText {
  const text = newest.get(purpose);
  if (text === undefined) throw new RangeError(`No text for ${purpose}`);
  return text;
}
