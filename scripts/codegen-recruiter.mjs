// `npm run codegen:recruiter`: prints the types of the operations in examples/recruiter, from the schema for employers.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as documents from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, 'examples/recruiter');
const read = (file) => parse(readFileSync(file, 'utf8'));

const types = await codegen({
  filename: 'operations.ts',
  schema: read(path.join(root, 'schema/employer.graphql')),
  documents: readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => ({ location: name, document: read(path.join(folder, name)) })),
  config: { useTypeImports: true, enumType: 'string-literal', scalars: { DateTime: 'string' } },
  plugins: [{ operations: {} }, { documents: {} }],
  pluginMap: { operations, documents },
});
process.stdout.write(`// Written by \`npm run codegen:recruiter\`; do not edit.\n${types}`);
