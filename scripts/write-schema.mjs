// `npm run schema`: writes what each audience sees to schema/, to be reviewed as a diff.
import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import audience from '../dist/src/resolvers/audience.js';
import printer from '../dist/src/resolvers/print-schema.js';

mkdirSync('schema', { recursive: true });
for (const name of audience.audiences) {
  writeFileSync(`schema/${name}.graphql`, printer.printSchemaFor(name));
}
