// Prints the types of the stored operation that examples/apollo-client asks for, from the public schema.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as documents from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const read = (file) => parse(readFileSync(path.join(root, file), 'utf8'));
const location = 'operations/public/vacancies.graphql';

const types = await codegen({
  filename: 'operations.ts',
  schema: read('schema/public.graphql'),
  documents: [{ location, document: read(location) }],
  config: {
    useTypeImports: true,
    enumType: 'string-literal',
    scalars: { DateTime: 'string', Date: 'string', Rupiah: 'string' },
  },
  plugins: [{ operations: {} }, { documents: {} }],
  pluginMap: { operations, documents },
});
process.stdout.write(
  `// Written by \`scripts/codegen-apollo-example.mjs\`; do not edit.\n${types}`,
);
