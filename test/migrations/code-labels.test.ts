import codeLabels from '../../migrations/data/code_labels.json';
import codelists from '../../migrations/data/codelists.json';
import * as vocabulary from '../../src/entities/vocabulary';

interface Labels {
  list: string | null;
  values: { name: string; code: string | null; id: string; en: string }[];
  /** Official codes that have no name of their own here, and the name under which they are read. */
  folds: Record<string, string>;
}
const labels = codeLabels as Record<string, Labels>;
const officialLists = codelists as Record<string, { values: { value: string }[] }>;

const marks = [
  'addressKinds',
  'aliasRules',
  'competencyRelationKinds',
  'conceptStatuses',
  'contactEvents',
  'digestFrequencies',
  'mappedConceptTypes',
  'occupationNecessities',
  'sessionEnds',
  'sharingPurposes',
  'termOrigins',
  'webhookStatuses',
];

/** Closed vocabularies that a person sees; the others are marks between programs. */
const shown = Object.entries(vocabulary).filter(
  ([name, values]) => Array.isArray(values) && !marks.includes(name),
) as [string, readonly string[]][];

describe('code labels', () => {
  it('cover the vocabularies that a person sees, and no others', () => {
    expect(Object.keys(labels).sort()).toEqual(shown.map(([name]) => name).sort());
  });

  it.each(shown)('name every value of %s once, in both languages', (name, values) => {
    expect(labels[name].values.map((value) => value.name)).toEqual(values);
    for (const { id, en } of labels[name].values) {
      expect(id.trim()).not.toBe('');
      expect(en.trim()).not.toBe('');
    }
  });

  it.each(Object.entries(labels).filter(([, { list }]) => list !== null))(
    'give every official code of %s exactly one name',
    (_, { list, values, folds }) => {
      const codes = values.flatMap(({ code }) => code ?? []);
      const official = officialLists[list ?? ''].values.map(({ value }) => value);
      expect([...codes, ...Object.keys(folds)].sort()).toEqual([...official].sort());
      const names = values.map(({ name }) => name);
      for (const name of Object.values(folds)) expect(names).toContain(name);
    },
  );

  it('use every committed list', () => {
    const used = Object.values(labels).flatMap(({ list }) => list ?? []);
    expect(used.sort()).toEqual(Object.keys(officialLists).sort());
  });
});
