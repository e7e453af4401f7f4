import { labelOf } from '../../../services/labels';
import type { Lang } from '../layout/lang';

/** What people call a kind of employment. */
export function nameEmployment(type: string, lang: Lang): string {
  return labelOf('employmentTypes', type)[lang === 'en' ? 'EN' : 'ID'];
}
