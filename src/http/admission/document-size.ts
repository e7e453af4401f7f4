import { type DocumentNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import { AppError, type Localised } from '../../errors';
import { limits } from '../../limits';

/** What a client could pile up without asking for data. */
interface Size {
  depth: number;
  aliases: number;
  directives: number;
  selections: number;
}

const bounds: readonly { what: keyof Size; limit: number; label: Localised }[] = [
  { what: 'depth', limit: limits.maxDepth, label: { en: 'levels', id: 'tingkat' } },
  { what: 'aliases', limit: limits.maxAliases, label: { en: 'aliases', id: 'alias' } },
  { what: 'directives', limit: limits.maxDirectives, label: { en: 'directives', id: 'direktif' } },
  {
    what: 'selections',
    limit: limits.maxSelections,
    label: { en: 'selections', id: 'pilihan kolom' },
  },
];

/**
 * Refuses a document one of whose operations is too deep or too wide once every fragment is written out.
 *
 * Errors: QUERY_TOO_LARGE.  Cost: O(document): each fragment is measured once.
 */
export function checkDocumentSize(document: DocumentNode): void {
  const measure = measurer(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = measure(definition.selectionSet);
    const variables = definition.variableDefinitions ?? [];
    size.directives += countDirectives([definition, ...variables]);
    for (const { what, limit, label } of bounds) {
      if (size[what] > limit) throw new AppError('QUERY_TOO_LARGE', { what: label, limit });
    }
  }
}

function measurer(document: DocumentNode): (set: SelectionSetNode) => Size {
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition.selectionSet);
    }
  }
  const measured = new Map<string, Size>();

  const measureFragment = (name: string): Size => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    // A fragment that reaches itself counts as empty there; validation refuses the cycle.
    measured.set(name, { depth: 0, aliases: 0, directives: 0, selections: 0 });
    const set = fragments.get(name);
    const size = set === undefined ? emptySize() : measure(set);
    measured.set(name, size);
    return size;
  };

  const measureSelection = (selection: SelectionNode): Size => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return measureFragment(selection.name.value);
    const inner =
      selection.selectionSet === undefined ? emptySize() : measure(selection.selectionSet);
    if (selection.kind === Kind.INLINE_FRAGMENT) return inner;
    const depth = isIntrospection(selection.name.value) ? 1 : inner.depth + 1;
    const aliases = inner.aliases + (selection.alias === undefined ? 0 : 1);
    return { ...inner, depth, aliases };
  };

  function measure(set: SelectionSetNode): Size {
    const total = emptySize();
    for (const selection of set.selections) {
      const size = measureSelection(selection);
      total.depth = Math.max(total.depth, size.depth);
      total.aliases += size.aliases;
      total.directives += size.directives + countDirectives([selection]);
      total.selections += size.selections + 1;
    }
    return total;
  }
  return measure;
}

const emptySize = (): Size => ({ depth: 0, aliases: 0, directives: 0, selections: 0 });

/** The standard introspection query is 15 deep; graphql-js bounds its repetition by a rule of its own. */
export const isIntrospection = (name: string): boolean => name === '__schema' || name === '__type';

function countDirectives(nodes: readonly { directives?: readonly unknown[] }[]): number {
  return nodes.reduce((sum, node) => sum + (node.directives?.length ?? 0), 0);
}
