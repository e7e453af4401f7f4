// `npm run schema:release`: today's public schema becomes what later ones are compared with.
import { copyFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { releaseChangelog } from './schema/changelog.mjs';
import { filesOf } from './schema/compare.mjs';

const { folder } = parseArgs({ options: { folder: { type: 'string', default: 'schema' } } }).values;
const { current, released, declared } = filesOf(folder);
await releaseChangelog(folder, new Date().toISOString().slice(0, 10));
copyFileSync(current, released);
writeFileSync(declared, '[]\n');
