import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import { packageFolder } from '../../config/package-folder';

/** A variable of an operation, its type and default as in GraphQL. */
export interface OperationVariable {
  readonly name: string;
  readonly type: string;
  readonly defaultValue: string | null;
}

/** One stored operation, as `/operations.json` lists it. */
export interface PersistedOperation {
  /** SHA-256 of the text, hexadecimal. */
  readonly id: string;
  readonly name: string;
  readonly type: 'query';
  /** The text of the file, to the last line break. */
  readonly body: string;
  readonly variables: readonly OperationVariable[];
}

/** What Apollo Client's link for persisted operations reads. */
export interface OperationManifest {
  readonly format: 'apollo-persisted-query-manifest';
  readonly version: 1;
  readonly operations: readonly PersistedOperation[];
}

/** The operations that anybody may run by their hash: those of the files and no others, so nobody can add one. */
export class PersistedOperations {
  private readonly texts: ReadonlyMap<string, string>;

  constructor(private readonly operations: readonly PersistedOperation[]) {
    this.texts = new Map(
      operations.flatMap(({ id, body }) => [
        [id, body],
        // Whoever prints a document by program has no line break at its end.
        [hashOf(body.trimEnd()), body],
      ]),
    );
  }

  /** The text under a hash; null when none is stored there. */
  textOf(hash: unknown): string | null {
    return (typeof hash === 'string' && this.texts.get(hash)) || null;
  }

  get manifest(): OperationManifest {
    return {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: this.operations,
    };
  }
}

/**
 * The operations of a folder, one a file, by name.
 *
 * Errors: Error for a file with anything but one named query, and for a name that two files have.
 */
export function loadOperations(
  folder: string = path.join(packageFolder(), 'operations', 'public'),
): PersistedOperations {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  const operations = files.map((file) => readOperationText(path.join(folder, file)));
  const names = new Set(operations.map(({ name }) => name));
  if (names.size < operations.length) throw new Error(`${folder}: two operations have one name`);
  return new PersistedOperations(operations.sort((a, b) => (a.name < b.name ? -1 : 1)));
}

function readOperationText(file: string): PersistedOperation {
  const body = readFileSync(file, 'utf8');
  const definitions = parse(body).definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const [operation] = definitions;
  if (definitions.length !== 1 || operation.operation !== 'query' || !operation.name) {
    throw new Error(`${file}: a file holds one named query`);
  }
  const { value: name } = operation.name;
  return { id: hashOf(body), name, type: 'query', body, variables: variablesOf(operation) };
}

const variablesOf = ({ variableDefinitions = [] }: OperationDefinitionNode): OperationVariable[] =>
  variableDefinitions.map(({ variable, type, defaultValue }) => ({
    name: variable.name.value,
    type: print(type),
    defaultValue: defaultValue === undefined ? null : print(defaultValue),
  }));

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
