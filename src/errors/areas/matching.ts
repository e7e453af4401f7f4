import { problem, refusal } from '../definition';

/** Rankings, their events and what is objected to them. */
export const matchingErrors = {
  SIMULATION_BUDGET_SPENT: refusal(429, {
    en: 'An organisation may ask {limit} new questions about people an hour; go on in {minutes} min.',
    id: 'Satu organisasi dapat mengajukan {limit} pertanyaan baru tentang orang per jam; lanjutkan dalam {minutes} menit.',
  }),
  TOO_MANY_WATCHED: refusal(200, {
    en: 'At most {max} vacancies can be named; without names all are meant.',
    id: 'Paling banyak {max} lowongan dapat disebutkan; tanpa menyebutkan, semuanya dimaksud.',
  }),
  SUBSCRIBER_TOO_SLOW: refusal(429, {
    en: 'Events were not read in time, so the subscription ended; subscribe again after the cursor.',
    id: 'Peristiwa tidak dibaca tepat waktu sehingga langganan berakhir; berlanggananlah lagi setelah kursor ini.',
  }),
  OBJECTION_OPEN: problem({
    en: 'Your objection to the ranking of this vacancy is not answered yet.',
    id: 'Keberatan Anda atas pemeringkatan lowongan ini belum dijawab.',
  }),
  REMEDY_MISMATCH: problem({
    en: 'An objection that is upheld names what follows from it, one that is rejected names nothing.',
    id: 'Keberatan yang diterima menyebutkan tindak lanjutnya; yang ditolak tidak.',
  }),
};
