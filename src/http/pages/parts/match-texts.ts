import type { Lang } from '../layout/lang';

const ID = {
  rank: 'Peringkat',
  score: 'Nilai',
  outOf: 'dari 100',
  verdicts: {
    STRONG: 'Sangat cocok',
    POSSIBLE: 'Mungkin cocok',
    STRETCH: 'Perlu upaya',
    NOT_ELIGIBLE: 'Tidak memenuhi syarat',
  } as Record<string, string>,
  missing: 'Yang masih kurang',
  missingNothing: 'Semua kompetensi yang diminta sudah ada.',
  breakdown: 'Rincian nilai',
  total: 'Jumlah',
  legend: 'Arti warna',
  factors: {
    COMPETENCY: 'Kompetensi',
    OCCUPATION: 'Pekerjaan serupa',
    EXPERIENCE: 'Pengalaman',
    DISTANCE: 'Jarak',
    EDUCATION: 'Pendidikan',
    AVAILABILITY: 'Kesediaan',
    SPECIFICITY: 'Potongan lowongan umum',
    WITHHELD: 'Tidak ditampilkan',
  } as Record<string, string>,
  via: {
    EXACT: 'persis',
    IMPLIED: 'tercakup',
    SUBSTITUTE: 'pengganti',
    SIMILAR: 'mirip',
  } as Record<string, string>,
  considered: 'lowongan diperiksa',
  eligible: 'memenuhi syarat',
  noMatch: 'Belum ada lowongan yang syaratnya terpenuhi.',
};

export type MatchTexts = typeof ID;

const EN: MatchTexts = {
  rank: 'Rank',
  score: 'Score',
  outOf: 'of 100',
  verdicts: {
    STRONG: 'Strong match',
    POSSIBLE: 'Possible match',
    STRETCH: 'Stretch',
    NOT_ELIGIBLE: 'Not eligible',
  },
  missing: 'Still missing',
  missingNothing: 'Every competency asked for is covered.',
  breakdown: 'How the score adds up',
  total: 'Sum',
  legend: 'What the colours mean',
  factors: {
    COMPETENCY: 'Competencies',
    OCCUPATION: 'Similar work',
    EXPERIENCE: 'Experience',
    DISTANCE: 'Distance',
    EDUCATION: 'Education',
    AVAILABILITY: 'Availability',
    SPECIFICITY: 'Cut for a vague vacancy',
    WITHHELD: 'Not shown',
  },
  via: { EXACT: 'exact', IMPLIED: 'implied', SUBSTITUTE: 'substitute', SIMILAR: 'similar' },
  considered: 'vacancies considered',
  eligible: 'eligible',
  noMatch: 'No vacancy whose conditions are met yet.',
};

/** What is said of matches wherever they are shown. */
export const MATCH_TEXTS: Record<Lang, MatchTexts> = { id: ID, en: EN };
