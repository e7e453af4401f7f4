import {
  createSourceEventStream,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLField,
  getNamedType,
  isLeafType,
  isObjectType,
  type OperationTypeNode,
  parse,
} from 'graphql';
import { AppError } from '../../src/errors';
import { admitPortal } from '../../src/http/callers/portal-access';
import type { Audience } from '../../src/resolvers/audience';
import { type Asking, contextFor, type GraphWorld, schemaOf } from '../resolvers/graph-world';
import { argumentsOf, namedKinds } from './arguments';
import { type Kind, missing, objects } from './objects';
import { aHolder, aStranger, type Holder, type Role } from './roles';

type Field = GraphQLField<unknown, unknown>;
export type OperationKind = 'query' | 'mutation' | 'subscription';

export interface Operation {
  readonly audience: Audience;
  readonly kind: OperationKind;
  readonly field: Field;
}

/** What became of an attempt: `ok`, nothing, an error code, or the code of a user error with an exclamation mark. */
export type Verdict = string;

/** Of whom the object is that the operation names. */
export type Whose = 'own' | 'foreign' | 'missing';
export const everyones: readonly Whose[] = ['own', 'foreign', 'missing'];

export interface Attempt {
  readonly verdict: Verdict;
  /** Everything that the caller is told. */
  readonly told: string;
}

/** The operations of an audience by name; those of the public stand with the public alone. */
export function operationsOf(audience: Audience): Operation[] {
  const names = (from: Audience, kind: OperationKind) =>
    schemaOf(from)
      .getRootType(kind as never)
      ?.getFields() ?? {};
  return (['query', 'mutation', 'subscription'] as const).flatMap((kind) => {
    const shared = audience === 'public' ? {} : names('public', kind);
    return Object.values(names(audience, kind))
      .filter(({ name }) => !(name in shared))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((field) => ({ audience, kind, field }));
  });
}

export const namesObject = ({ field }: Operation): boolean => namedKinds(field).length > 0;

let attempts = 0;

/** Somebody new in that role tries the operation on a new object. */
export async function attempt(
  world: GraphWorld,
  operation: Operation,
  role: Role,
  whose: Whose,
): Promise<Attempt> {
  const { field, audience } = operation;
  const { holder, names, closed } = await world.seed(async (manager) => {
    const own = await aHolder(manager, role);
    const refused = closedTo(own, operation);
    if (refused !== null) return { holder: own, names: new Map<Kind, string>(), closed: refused };
    const owner = whose === 'own' ? own : await aStranger(manager);
    const made = new Map<Kind, string>();
    for (const kind of namedKinds(field)) {
      made.set(kind, whose === 'missing' ? missing(kind) : await objects[kind](manager, owner));
    }
    return { holder: own, names: made, closed: null };
  });
  if (closed !== null) return closed;
  attempts += 1;
  const variables = argumentsOf(field, (kind) => names.get(kind) ?? '', `key ${attempts}`);
  const { portal } = holder;
  const asking = { audience, accountId: holder.accountId ?? undefined, portal, variables };
  const document = textOf(operation, Object.keys(variables));
  const result =
    operation.kind === 'subscription'
      ? await subscribe(world, document, asking)
      : await world.ask(document, asking);
  return { verdict: verdictOf(result, field.name), told: tell(result) };
}

/** What a key is refused before anything runs; null for nobody's key and where it is let in. */
function closedTo({ portal }: Holder, { audience, kind }: Operation): Attempt | null {
  try {
    admitPortal({ portal }, audience, kind as OperationTypeNode);
    return null;
  } catch (error) {
    const { code } = error as AppError;
    return { verdict: code, told: code };
  }
}

function textOf({ kind, field }: Operation, given: readonly string[]): string {
  const args = field.args.filter(({ name }) => given.includes(name));
  const declared = args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const variables = declared === '' ? '' : `(${declared})`;
  const call = passed === '' ? field.name : `${field.name}(${passed})`;
  return `${kind} ${variables} { ${call} ${selectionOf(field)} }`;
}

function selectionOf({ type }: Field): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  const hasErrors = isObjectType(named) && 'userErrors' in named.getFields();
  return hasErrors ? '{ __typename userErrors { code path } }' : '{ __typename }';
}

async function subscribe(
  world: GraphWorld,
  text: string,
  { audience, accountId, portal, variables }: Asking & { audience: Audience },
): Promise<ExecutionResult> {
  const stream = await createSourceEventStream({
    schema: schemaOf(audience),
    document: parse(text),
    contextValue: contextFor(world.services, { audience, accountId, portal }),
    variableValues: variables,
  });
  if (!(Symbol.asyncIterator in stream)) return stream;
  await stream[Symbol.asyncIterator]().return?.();
  return { data: { stream: true } };
}

interface Payload {
  readonly userErrors?: readonly { readonly code: string }[];
}

function verdictOf({ data, errors }: ExecutionResult, name: string): Verdict {
  if (errors?.[0] !== undefined) return codeOf(errors[0]);
  if (data && 'stream' in data) return 'ok';
  const value = data?.[name] as Payload | null | undefined;
  if (value === null || value === undefined) return 'nothing';
  const code = value.userErrors?.[0]?.code;
  return code === undefined ? 'ok' : `!${code}`;
}

/** Errors: what is no refusal but a fault, such as a right that the database does not give where the service does. */
function codeOf({ originalError, message }: GraphQLError): Verdict {
  const faults = originalError instanceof AggregateError ? originalError.errors : [originalError];
  if (!(faults[0] instanceof AppError)) throw new Error(message);
  return faults[0].code;
}

const tell = ({ data, errors }: ExecutionResult): string =>
  JSON.stringify([data, errors?.map(({ message, path }) => [message, path])]);
