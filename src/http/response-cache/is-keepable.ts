import { Kind, OperationTypeNode, type SelectionSetNode } from 'graphql';
import type { Admitted } from '../admission/admit';
import { fragmentsOf } from '../admission/price';

/**
 * Queries whose answer is the same for everybody and tells nothing of who asks. What is not named here is asked anew each
 * time: free words about a person (`matchMe`, `resolveText`), whether an ad is real at this moment (`verifyVacancy`), streams,
 * keys, and whatever is added.
 */
const KEEPABLE: ReadonlySet<string> = new Set([
  '__schema',
  '__type',
  '__typename',
  'competencies',
  'competency',
  'occupation',
  'occupations',
  'region',
  'regions',
  'serviceInfo',
  'suggest',
  'vacancies',
  'vacancy',
]);

/** Whether the answer to an operation may be kept for others who ask the same. */
export function isKeepable({ document, operation }: Pick<Admitted, 'document' | 'operation'>) {
  if (operation.operation !== OperationTypeNode.QUERY) return false;
  const fragments = fragmentsOf(document);
  const isEvery = ({ selections }: SelectionSetNode): boolean =>
    selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return KEEPABLE.has(selection.name.value);
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      return fragment !== undefined && isEvery(fragment.selectionSet);
    });
  return isEvery(operation.selectionSet);
}
