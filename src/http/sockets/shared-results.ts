import { type DocumentNode, type ExecutionResult, Kind, visit } from 'graphql';
import { Turns } from '../turns';
import type { SocketArgs } from './subscribe';

/** An answer is of the moment for so long: rights and consents are asked anew then. */
const KEPT_MS = 250;

/** When a thousand follow, collecting the garbage of all their answers at once took longer than answering. */
const turns = new Turns(16);

/** What was answered of each event of the moment, by question. */
const answers = new Map<object, Map<string, Promise<ExecutionResult>>>();

/**
 * The answer to an event, executed once for all who follow under the same account and ask the same: a thousand open
 * screens cost one execution.
 *
 * Shape: `event` is the object that the source yields, the same for all whom it tells of the same.
 */
export function answerOnce(
  event: unknown,
  question: string,
  execute: () => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  if (typeof event !== 'object' || event === null) return turns.run(execute);
  const known = answers.get(event) ?? keepAnswers(event);
  const result = known.get(question) ?? turns.run(execute);
  known.set(question, result);
  return result;
}

function keepAnswers(event: object): Map<string, Promise<ExecutionResult>> {
  const kept = new Map<string, Promise<ExecutionResult>>();
  answers.set(event, kept);
  setTimeout(() => answers.delete(event), KEPT_MS).unref();
  return kept;
}

/** What is asked of each event, and by whom: where it begins (`after`) makes no difference. */
export function questionOf({ document, operationName, variableValues, contextValue }: SocketArgs) {
  const { viewer, audience, lang } = contextValue;
  const start = startVariable(document);
  const variables = Object.entries(variableValues ?? {}).filter(([name]) => name !== start);
  return JSON.stringify([
    numberOf(document),
    operationName ?? null,
    variables,
    viewer?.accountId ?? null,
    audience,
    lang,
  ]);
}

const numbers = new WeakMap<DocumentNode, number>();
let lastNumber = 0;

function numberOf(document: DocumentNode): number {
  const number = numbers.get(document) ?? ++lastNumber;
  numbers.set(document, number);
  return number;
}

/** The variable that stands as `after` at the top of the operation, and nowhere else; null = there is none. */
function startVariable(document: DocumentNode): string | null {
  const uses: string[] = [];
  let start: string | null = null;
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void uses.push(name.value),
    OperationDefinition: ({ selectionSet }) => {
      const top = selectionSet.selections.find((selection) => selection.kind === Kind.FIELD);
      const after = top?.arguments?.find(({ name }) => name.value === 'after');
      if (after?.value.kind === Kind.VARIABLE) start = after.value.name.value;
    },
  });
  return uses.filter((name) => name === start).length === 1 ? start : null;
}
