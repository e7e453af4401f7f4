import type { Clock } from '../../../clock';
import type { ListedPart, ListedVacancy } from '../../../services/vacancies/listed-vacancies';
import type { PublicAddress } from '../../public-address';

/** What the public pages and feeds about vacancies need beside the public operations. */
export interface VacancyPagesDeps {
  clock: Clock;
  originOf: PublicAddress;
  wasWithdrawn: (slug: string) => Promise<boolean>;
  listParts: (size: number) => Promise<ListedPart[]>;
  listPart: (number: number, size: number) => Promise<ListedVacancy[]>;
}
