// schema/CHANGELOG.md: what changed for clients of the public schema, by release.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { compare, filesOf, lineOf } from './compare.mjs';

const TITLE = `# Changes of the public schema

For portals and everybody else who asks \`/graphql\`. \`npm run schema\` writes what is unreleased, \`npm run schema:release\` dates it;
edit nothing here by hand. "Careful" is what a client meets that did not expect more values; breaking changes are declared before.
`;
const UNRELEASED = '## Unreleased';

/** The lines that belong under Unreleased now. */
async function unreleasedLines(folder) {
  const { changes } = await compare(folder);
  return changes.map(lineOf).sort();
}

/** What the file should say now, with the parts of earlier releases as they are. */
export async function changelogOf(folder) {
  const lines = await unreleasedLines(folder);
  const unreleased = [UNRELEASED, ...(lines.length > 0 ? lines : ['Nothing.'])].join('\n');
  return joined([TITLE, unreleased, ...releasesOf(folder)]);
}

/** Writes the changes under a date, and begins anew. */
export async function releaseChangelog(folder, day) {
  const lines = await unreleasedLines(folder);
  const released = `\n## ${day}\n${lines.join('\n')}`;
  const parts = [TITLE, `${UNRELEASED}\nNothing.`, released, ...releasesOf(folder)];
  writeFileSync(filesOf(folder).changelog, joined(parts));
}

export async function writeChangelog(folder) {
  writeFileSync(filesOf(folder).changelog, await changelogOf(folder));
}

const joined = (parts) => `${parts.join('\n').trimEnd()}\n`;

export function readChangelog(folder) {
  const { changelog } = filesOf(folder);
  return existsSync(changelog) ? readFileSync(changelog, 'utf8') : '';
}

/** The parts of the releases, the newest first. */
function releasesOf(folder) {
  const text = readChangelog(folder);
  const start = text.search(/^## \d{4}-/m);
  return start < 0 ? [] : [`\n${text.slice(start)}`];
}
