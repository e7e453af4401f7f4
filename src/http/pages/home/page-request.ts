import { type Lang, pageLanguage } from '../layout/lang';

/** What the address of the page says. */
export interface PageRequest {
  lang: Lang;
  skills: string;
  place: string;
  /** Id of the requirement to leave out. */
  without: string | null;
}

/** A first visit already shows an answer: these words stand in the form. */
export const EXAMPLE = {
  skills: 'mengemudi mobil, mengantar barang, melayani pelanggan',
  place: 'Palu Timur',
};

const LONGEST = { skills: 500, place: 80, without: 200 };

/** Reads the query string; empty words fall back to the example, over-long ones are cut. */
export function readPageRequest(query: unknown): PageRequest {
  const parameters = typeof query === 'object' && query !== null ? query : {};
  const text = (name: keyof typeof LONGEST): string | null => {
    const value: unknown = Reflect.get(parameters, name);
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === 'string' ? first.trim().slice(0, LONGEST[name]) : null;
  };
  const skills = text('skills');
  return {
    lang: pageLanguage(Reflect.get(parameters, 'lang')),
    skills: skills || EXAMPLE.skills,
    place: text('place') ?? (skills ? '' : EXAMPLE.place),
    without: text('without') || null,
  };
}
