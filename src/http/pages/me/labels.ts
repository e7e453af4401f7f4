import { educationLevels, employmentTypes, genders } from '../../../entities/vocabulary';
import { type LabelledVocabulary, labelOf } from '../../../services/labels';
import type { Lang } from '../layout/lang';
import type { Options } from './components';

/** What people call a code word, in the language of a page. */
export function nameOf(vocabulary: LabelledVocabulary, value: string, lang: Lang): string {
  const label = labelOf(vocabulary, value);
  return lang === 'en' ? label.EN : label.ID;
}

const CHOICES = {
  educationLevels,
  employmentTypes,
  genders,
} as const satisfies Partial<Record<LabelledVocabulary, readonly string[]>>;

/** A vocabulary as a choice, with one for saying nothing. */
export function optionsOf(vocabulary: keyof typeof CHOICES, lang: Lang): Options {
  const values: readonly string[] = CHOICES[vocabulary];
  return [
    ['', lang === 'en' ? 'not stated' : 'tidak disebut'],
    ...values.map((value): [string, string] => [value, nameOf(vocabulary, value, lang)]),
  ];
}
