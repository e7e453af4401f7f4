import codeLabels from '../../migrations/data/code_labels.json';
import type { Lang } from '../errors';

/** A text in both languages, keyed as `Lang`. */
export type Label = Readonly<Record<Lang, string>>;

export type LabelledVocabulary = keyof typeof codeLabels;

const labels = new Map(
  Object.entries(codeLabels).map(([vocabulary, { values }]) => [
    vocabulary,
    new Map(values.map(({ name, id, en }): [string, Label] => [name, { ID: id, EN: en }])),
  ]),
);

/** What people call a value of a closed vocabulary; the value itself when nobody named it. */
export const labelOf = (vocabulary: LabelledVocabulary, value: string): Label =>
  labels.get(vocabulary)?.get(value) ?? { ID: value, EN: value };
