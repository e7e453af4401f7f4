import { officeDay } from '../../../text/office-day';
import type { AskEndpoint } from '../asking/ask-endpoint';

/** What stands for a place such as `{{vacancy.slug}}` in the examples. */
export type ExampleValues = Readonly<Record<string, string>>;

const KEPT_MS = 60_000;

const QUERY = `{
  vacancies(first: 1, orderBy: NEWEST) { edges { node { id slug verifyCode } } }
  competencies(first: 1) { edges { node { id } } }
  occupations(first: 1) { edges { node { id } } }
}`;

interface Answer {
  readonly vacancies: Edges<{ id: string; slug: string; verifyCode: string }>;
  readonly competencies: Edges<{ id: string }>;
  readonly occupations: Edges<{ id: string }>;
}
interface Edges<T> {
  readonly edges: readonly { readonly node: T }[];
}

/** Reads what the examples may ask for from the service itself, at most once a minute. */
export function exampleValues(now: () => number): (ask: AskEndpoint) => Promise<ExampleValues> {
  let kept: { values: ExampleValues; untilMs: number } | null = null;
  return async (ask) => {
    if (kept !== null && now() < kept.untilMs) return kept.values;
    const { data } = await ask({ audience: 'public', query: QUERY, variables: {} });
    if (data === null) return {};
    const { vacancies, competencies, occupations } = data as Answer;
    const values = {
      month: officeDay(new Date(now())).slice(0, 'yyyy-mm'.length),
      ...fieldsOf('vacancy', vacancies),
      ...fieldsOf('competency', competencies),
      ...fieldsOf('occupation', occupations),
    };
    kept = { values, untilMs: now() + KEPT_MS };
    return values;
  };
}

function fieldsOf(name: string, { edges }: Edges<Readonly<Record<string, string>>>): ExampleValues {
  const fields = Object.entries(edges[0]?.node ?? {});
  return Object.fromEntries(fields.map(([field, value]) => [`${name}.${field}`, value]));
}

/** An example with this service's values in its places; a place without a value stays as it is. */
export function fillExample(example: string, values: ExampleValues): string {
  return example.replace(/\{\{([\w.]+)\}\}/g, (place, name: string) => values[name] ?? place);
}
