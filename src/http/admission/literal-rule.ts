import {
  type ASTNode,
  type ASTVisitor,
  GraphQLError,
  Kind,
  type ValidationContext,
  type ValueNode,
} from 'graphql';
import { errors, type Localised, reasons } from '../../errors';
import { isPageSize, pageArgument, pageVariables } from './page-size';
import { isUnsafeText } from './unsafe-text';

type Place = ASTNode | readonly ASTNode[] | undefined;

/** Refuses literals that GraphQL allows and we do not: page sizes out of bounds, NUL characters, 1e400. */
export function literalRule(context: ValidationContext): ASTVisitor {
  const refuse = (node: ASTNode, field: string, reason: Localised): void => {
    const originalError = errors.input.invalid(field, reason);
    context.reportError(new GraphQLError(originalError.message, { nodes: node, originalError }));
  };
  return {
    Argument: ({ name, value }) => {
      if (name.value === pageArgument && !isPageSizeLiteral(value)) {
        refuse(value, pageArgument, reasons.pageSize);
      }
    },
    VariableDefinition: ({ variable, defaultValue }) => {
      const name = variable.name.value;
      if (defaultValue === undefined || isPageSizeLiteral(defaultValue)) return;
      if (pageVariables(context.getDocument()).has(name)) {
        refuse(defaultValue, pageArgument, reasons.pageSize);
      }
    },
    StringValue: (node, _key, parent, _path, ancestors) => {
      if (isUnsafeText(node.value)) refuse(node, fieldOf(ancestors, parent), reasons.unsafeText);
    },
    FloatValue: (node, _key, parent, _path, ancestors) => {
      if (Number.isFinite(Number(node.value))) return;
      refuse(node, fieldOf(ancestors, parent), reasons.notFinite);
    },
  };
}

/** A variable is looked at with its value, before execution. */
function isPageSizeLiteral(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  return value.kind === Kind.INT && isPageSize(Number(value.value));
}

/** Where a literal stands: `input.title`, or the variable whose default it is. */
export function fieldOf(ancestors: readonly Place[], parent: Place): string {
  const names = [...ancestors, parent].flatMap((node) => {
    if (node === undefined || !('kind' in node)) return [];
    if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) return [node.name.value];
    return node.kind === Kind.VARIABLE_DEFINITION ? [node.variable.name.value] : [];
  });
  return names.join('.');
}
