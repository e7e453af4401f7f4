// `npm run schema:check`: fails when the public schema breaks a client and nobody declared it in time.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { explain, readOperations, whoIsHit, whyNot } from './schema/breaks.mjs';
import { changelogOf, readChangelog } from './schema/changelog.mjs';
import { compare, isBreaking, isDangerous, readDeclared } from './schema/compare.mjs';

const { folder } = parseArgs({ options: { folder: { type: 'string', default: 'schema' } } }).values;
const operations = fileURLToPath(new URL('../operations/public', import.meta.url));
const say = (text) => process.stdout.write(`${text}\n`);

const { schema, changes } = await compare(folder);
const declared = readDeclared(folder);
const hit = whoIsHit(schema, readOperations(operations));
const refused = changes
  .filter(isBreaking)
  .map((change) => ({ change, reason: whyNot(change, declared, new Date()) }))
  .filter(({ reason }) => reason !== null);

for (const { path, message } of changes.filter(isDangerous)) say(`careful   ${path}: ${message}`);
for (const { change, reason } of refused) say(`\n${explain(change, reason, hit)}`);

const isTold = readChangelog(folder) === (await changelogOf(folder));
if (!isTold) {
  say(
    '\nschema/CHANGELOG.md does not say what changed: run `npm run schema` and commit what it writes.',
  );
}

const passed = refused.length === 0 && isTold;
const breaking = `${refused.length} breaking of ${changes.length} changes since the release`;
say(`\nPublic schema: ${breaking}${passed ? '.' : '; refused.'}`);
process.exitCode = passed ? 0 : 1;
