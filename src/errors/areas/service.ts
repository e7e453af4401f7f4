import { fault } from '../definition';

/** What is not the caller’s fault. */
export const serviceErrors = {
  INTERNAL: fault(500, 'error', {
    en: 'Something went wrong on our side.',
    id: 'Terjadi kesalahan di pihak kami.',
  }),
  SERVICE_UNAVAILABLE: fault(503, 'warn', {
    en: 'The service is not available for the moment; try again in {seconds} s.',
    id: 'Layanan sedang tidak tersedia; coba lagi dalam {seconds} detik.',
  }),
};
