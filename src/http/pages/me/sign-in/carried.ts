import { type Html } from '../../layout/html';
import { renderHidden } from '../components';
import type { Visit } from '../visit';
import { nextPage } from './next-page';

/**
 * What somebody typed before the sign-in, and where they wanted to go. It travels in hidden fields from form to form: in
 * no address, no cookie and no store.
 */
export interface Carried {
  readonly words: string;
  readonly place: string;
  /** Slug of the vacancy that a shared link was about. */
  readonly vacancy: string;
  readonly next: string;
}

const SLUG = /^[\w-]{1,120}$/;
const LONGEST = { words: 500, place: 80 } as const;

export function readCarried({ form, query }: Visit): Carried {
  const vacancy = form.text('lowongan') || (query.get('lowongan') ?? '');
  return {
    words: form.text('kata').slice(0, LONGEST.words),
    place: form.text('tempat').slice(0, LONGEST.place),
    vacancy: SLUG.test(vacancy) ? vacancy : '',
    next: nextPage(form.optional('lanjut') ?? query.get('lanjut')),
  };
}

export function carriedFields({ words, place, vacancy, next }: Carried): Record<string, string> {
  return { kata: words, tempat: place, lowongan: vacancy, lanjut: next };
}

export const renderCarried = (carried: Carried): Html => renderHidden(carriedFields(carried));

/** Where somebody goes on who has signed in. */
export const goalOf = ({ vacancy, next }: Carried): string =>
  next === '/saya' && vacancy !== '' ? `/saya/lowongan/${vacancy}` : next;
