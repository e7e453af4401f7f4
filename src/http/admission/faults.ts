import { type ASTNode, type DocumentNode, GraphQLError, visit } from 'graphql';
import { AppError, errors, type Localised } from '../../errors';
import { fieldOf } from './literal-rule';

const MAX_REASON = 200;
const AT_PATH = /^Variable "\$(\w+)" got invalid value [\s\S]* at "([^"]+)"; /;
const VARIABLE = /^Variable "\$(\w+)" /;
/** What follows is the client's own value, which may be personal. */
const ECHOED_VALUE = /( cannot represent [^:]*|not a valid [^:]*): [\s\S]*$/;

/** A fault that graphql-js found in variables, as BAD_USER_INPUT with the path of the value; never the value. */
export function coercionFault(fault: GraphQLError): AppError {
  const field =
    AT_PATH.exec(fault.message)?.[2] ?? VARIABLE.exec(fault.message)?.[1] ?? 'variables';
  const inner = fault.originalError?.message ?? fault.message.replace(VARIABLE, '');
  return errors.input.invalid(field, reasonOf(fault) ?? shorten(inner.replace(ECHOED_VALUE, '$1')));
}

/** A fault that validation found in a document; a refused value becomes BAD_USER_INPUT with its path. */
export function validationFault(fault: GraphQLError, document: DocumentNode): GraphQLError {
  if (fault.originalError instanceof AppError) return fault;
  const reason = reasonOf(fault);
  const node = fault.nodes?.[0];
  const originalError =
    reason !== null && node !== undefined
      ? errors.input.invalid(pathTo(node, document), reason)
      : new AppError('GRAPHQL_VALIDATION_FAILED', { reason: shorten(fault.message) });
  return new GraphQLError(fault.message, { nodes: fault.nodes, originalError });
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
