import type { Lang } from '../layout/lang';

const ID = {
  verified: 'terverifikasi',
  invented: 'contoh',
  remote: 'Bisa dari mana saja',
  noWage: 'Upah tidak disebut',
};

export type VacancyWords = typeof ID;

const EN: VacancyWords = {
  verified: 'verified',
  invented: 'example',
  remote: 'From anywhere',
  noWage: 'Wage not stated',
};

/** What is said of a vacancy wherever one is shown. */
export const VACANCY_WORDS: Record<Lang, VacancyWords> = { id: ID, en: EN };
