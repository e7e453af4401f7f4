import { type ConceptType, isImported } from '../text/concepts';
import { fold } from './similarity';
import type { TextReaders } from './term-catalogue';

/** A concept whose name starts with what was typed. */
export interface NamedConcept {
  readonly type: ConceptType;
  readonly id: string;
  readonly confidenceBp: number;
}

interface NameIndex {
  /** Concepts with a name that starts so: the same name first, then shorter names, own concepts, by id. */
  startingWith(words: string, types: readonly ConceptType[]): NamedConcept[];
}

interface Name {
  readonly type: ConceptType;
  readonly id: string;
  readonly name: string;
}

const SAME_NAME_BP = 10_000;
const STARTS_SO_BP = 9_000;

/** Names of competencies, occupations and regions for completion while typing; follows the taxonomy's version. */
export function nameIndex(readers: () => Promise<TextReaders>): () => Promise<NameIndex> {
  let built: { from: TextReaders; index: NameIndex } | null = null;
  return async () => {
    const from = await readers();
    if (built?.from !== from) built = { from, index: indexNames(allNames(from)) };
    return built.index;
  };
}

function allNames({ catalogue, regions }: TextReaders): Name[] {
  const concepts = (
    type: ConceptType,
    rows: TextReaders['catalogue']['occupations' | 'competencies'],
  ) =>
    rows.flatMap(({ id, labelId, labelEn, aliases }) =>
      [...new Set([labelId, labelEn, ...aliases].map(fold))].map((name) => ({ type, id, name })),
    );
  return [
    ...concepts('COMPETENCY', catalogue.competencies),
    ...concepts('OCCUPATION', catalogue.occupations),
    ...regions.flatMap(({ code, name }) =>
      [...new Set([fold(name), bareName(name)])].map((form) => ({
        type: 'REGION' as const,
        id: code,
        name: form,
      })),
    ),
  ];
}

const bareName = (name: string) => fold(name).replace(/^(?:kabupaten|kota)(?: administrasi)? /, '');

/** A scan: 20,000 names take about a millisecond. */
function indexNames(names: readonly Name[]): NameIndex {
  return {
    startingWith: (words, types) => {
      const typed = fold(words);
      if (typed === '') return [];
      const best = new Map<string, NamedConcept>();
      for (const { type, id, name } of names) {
        if (!types.includes(type) || !name.startsWith(typed)) continue;
        const key = `${type} ${id}`;
        const confidenceBp = confidenceOf(typed, name);
        if ((best.get(key)?.confidenceBp ?? -1) < confidenceBp)
          best.set(key, { type, id, confidenceBp });
      }
      return [...best.values()].sort(
        (a, b) =>
          b.confidenceBp - a.confidenceBp ||
          Number(isImported(a.id)) - Number(isImported(b.id)) ||
          (a.id < b.id ? -1 : 1),
      );
    },
  };
}

function confidenceOf(typed: string, name: string): number {
  if (typed === name) return SAME_NAME_BP;
  return (
    STARTS_SO_BP + Math.floor(((SAME_NAME_BP - STARTS_SO_BP) * typed.length) / (name.length + 1))
  );
}
