// What clients of the public schema notice between the released schema and today's.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/** The files of a schema folder. */
export const filesOf = (folder) => ({
  current: path.join(folder, 'public.graphql'),
  released: path.join(folder, 'released', 'public.graphql'),
  declared: path.join(folder, 'declared-breaks.json'),
  changelog: path.join(folder, 'CHANGELOG.md'),
});

/** Every change but those of descriptions; what is inside a new thing goes without saying. */
export async function compare(folder) {
  const { released, current } = filesOf(folder);
  const [before, now] = [readSchema(released), readSchema(current)];
  const changes = (await diff(before, now)).filter(({ type }) => !type.includes('DESCRIPTION'));
  const added = new Set(
    changes.filter(({ type }) => type.endsWith('_ADDED')).map((change) => change.path),
  );
  const isInsideNew = (where) => {
    const parts = where.split('.');
    return parts.some((_, length) => length > 0 && added.has(parts.slice(0, length).join('.')));
  };
  return { schema: now, changes: changes.filter((change) => !isInsideNew(change.path ?? '')) };
}

export const isBreaking = ({ criticality }) => criticality.level === 'BREAKING';
export const isDangerous = ({ criticality }) => criticality.level === 'DANGEROUS';

/** One line of the changelog. */
export function lineOf(change) {
  const kind = isBreaking(change) ? '**Breaking.** ' : isDangerous(change) ? 'Careful: ' : '';
  return `- ${kind}${change.message.replaceAll("'", '`')}.`;
}

export function readDeclared(folder) {
  const { declared } = filesOf(folder);
  return existsSync(declared) ? JSON.parse(readFileSync(declared, 'utf8')) : [];
}

const readSchema = (file) => buildSchema(readFileSync(file, 'utf8'));
