import type { Audience } from './audience';
import { fillIn, type Placeholders } from './placeholders';

export interface Example {
  query: string;
  variables?: string;
}

const documents = import.meta.glob<string>('./examples/*/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const variables = import.meta.glob<string>('./examples/*/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The ready-made operations of an audience, one tab each, in file order. */
export function examplesOf(audience: Audience, placeholders: Placeholders): Example[] {
  return Object.keys(documents)
    .filter((file) => file.startsWith(`./examples/${audience}/`))
    .sort()
    .map((file) => ({
      query: documents[file] ?? '',
      variables: fillIn(variables[file.replace(/\.graphql$/, '.json')] ?? '', placeholders),
    }));
}
