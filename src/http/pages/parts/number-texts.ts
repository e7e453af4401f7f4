import type { Lang } from '../layout/lang';

const ID = {
  decimal: ',',
  locale: 'id-ID',
  million: 'juta',
  thousand: 'ribu',
  years: 'tahun',
  months: 'bulan',
  fewerThan: 'kurang dari',
  wageUnits: {
    HOUR: 'jam',
    DAY: 'hari',
    WEEK: 'minggu',
    MONTH: 'bulan',
    PIECE: 'buah',
    PROJECT: 'proyek',
  } as Record<string, string>,
};

export type NumberTexts = typeof ID;

const EN: NumberTexts = {
  decimal: '.',
  locale: 'en-GB',
  million: 'million',
  thousand: 'thousand',
  years: 'years',
  months: 'months',
  fewerThan: 'fewer than',
  wageUnits: {
    HOUR: 'hour',
    DAY: 'day',
    WEEK: 'week',
    MONTH: 'month',
    PIECE: 'piece',
    PROJECT: 'project',
  },
};

/** How numbers, wages and lengths of time are written. */
export const NUMBER_TEXTS: Record<Lang, NumberTexts> = { id: ID, en: EN };
