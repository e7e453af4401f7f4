import { type ASTNode, type DocumentNode, GraphQLError, visit } from 'graphql';
import { AppError, errors, type Localised } from '../../errors';
import { fieldOf } from './literal-rule';
import { missingName, valueReason, variableReason } from './value-reason';
import type { PlaceOf } from './variable-places';

const MAX_REASON = 200;
const AT_PATH = /^Variable "\$\w+" got invalid value [\s\S]* at "([^"]+)"; /;
const VARIABLE = /^Variable "\$(\w+)" /;
/** What stands before the reason proper; the value in it may be personal. */
const HEAD = /^Variable "\$\w+" (got invalid value [\s\S]*; )?/;

/** A fault that graphql-js found in variables, as BAD_USER_INPUT with the path of the value; never the value. */
export function coercionFault(fault: GraphQLError, placeOf: PlaceOf): AppError {
  const message = fault.originalError?.message ?? fault.message.replace(HEAD, '');
  const [variable = 'variables', ...rest] = pathOf(fault.message);
  const name = missingName(message);
  const path = [placeOf(variable), ...rest, ...(name === null ? [] : [name])];
  return errors.input.invalid(path.join('.'), reasonOf(fault) ?? variableReason(message));
}

/** The variable and the names and indices below it: `filter`, `regionCodes`, `0`. */
function pathOf(message: string): readonly string[] {
  const path = AT_PATH.exec(message)?.[1] ?? VARIABLE.exec(message)?.[1] ?? 'variables';
  return path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
}

/** A fault that validation found in a document; a refused value becomes BAD_USER_INPUT with its path. */
export function validationFault(fault: GraphQLError, document: DocumentNode): GraphQLError {
  if (fault.originalError instanceof AppError) return fault;
  const reason = reasonOf(fault) ?? valueReason(fault.message);
  const node = fault.nodes?.[0];
  const originalError =
    reason !== null && node !== undefined
      ? errors.input.invalid(pathOfLiteral(fault, node, document), reason)
      : new AppError('GRAPHQL_VALIDATION_FAILED', { reason: shorten(fault.message) });
  return new GraphQLError(fault.message, { nodes: fault.nodes, originalError });
}

function pathOfLiteral({ message }: GraphQLError, node: ASTNode, document: DocumentNode): string {
  const place = pathTo(node, document);
  const name = missingName(message);
  return [place, name].filter(Boolean).join('.');
}

/** The reason that one of our scalars gave, found down the chain of causes. */
function reasonOf(error: Error | undefined | null): Localised | null {
  if (!(error instanceof GraphQLError)) return null;
  const { reason } = error.extensions as { reason?: Localised };
  return reason ?? reasonOf(error.originalError);
}

function pathTo(target: ASTNode, document: DocumentNode): string {
  let path = '';
  visit(document, {
    enter: (node, _key, parent, _path, ancestors) => {
      if (node === target) path = fieldOf(ancestors, parent);
    },
  });
  return path;
}

const shorten = (text: string): string =>
  text.length > MAX_REASON ? `${text.slice(0, MAX_REASON)}…` : text;
