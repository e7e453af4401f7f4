import type { Lang } from '../layout/lang';

const ID = {
  understood: 'Yang kami pahami',
  understoodNothing:
    'Belum ada kata yang kami kenali. Coba sebut keahlian atau pekerjaan, misalnya “menjahit”.',
  from: 'dari',
  sure: 'yakin',
  unused: 'belum dipakai',
  assumed: 'Kami andaikan dari pekerjaan itu',
};

export type UnderstoodTexts = typeof ID;

const EN: UnderstoodTexts = {
  understood: 'What we understood',
  understoodNothing:
    'No word we know yet. Try naming a skill or a job, such as “menjahit” (sewing).',
  from: 'from',
  sure: 'sure',
  unused: 'not used yet',
  assumed: 'We assume from that job',
};

/** What is said of how somebody’s words were understood. */
export const UNDERSTOOD_TEXTS: Record<Lang, UnderstoodTexts> = { id: ID, en: EN };
