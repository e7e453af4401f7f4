// `npm run schema`: writes what each audience sees to schema/, to be reviewed as a diff, and what is new
// for portals to schema/CHANGELOG.md.
import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import audience from '../dist/src/resolvers/audience.js';
import printer from '../dist/src/resolvers/print-schema.js';
import { writeChangelog } from './schema/changelog.mjs';

mkdirSync('schema', { recursive: true });
for (const name of audience.audiences) {
  writeFileSync(`schema/${name}.graphql`, printer.printSchemaFor(name));
}
await writeChangelog('schema');
