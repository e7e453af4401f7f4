// Breaking changes of the public schema: which were declared in time, and what to say of the others.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, validate } from 'graphql';

/** How long something must have been deprecated before it may go. */
export const WINDOW_DAYS = 90;
const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Why a breaking change may not go out yet; null when it may. */
export function whyNot(change, declared, today) {
  const entry = declared.find(
    ({ path: where, type }) => where === change.path && type === change.type,
  );
  if (entry === undefined) return 'It is not declared.';
  const missing = ['reason', 'release'].filter((name) => !entry[name]?.trim());
  if (missing.length > 0) return `Its declaration lacks: ${missing.join(', ')}.`;
  if (!DAY.test(entry.deprecatedSince ?? ''))
    return 'Its declaration lacks deprecatedSince (YYYY-MM-DD).';
  const opens = Date.parse(entry.deprecatedSince) + WINDOW_DAYS * DAY_MS;
  if (today.getTime() >= opens) return null;
  const day = new Date(opens).toISOString().slice(0, 10);
  return `It was deprecated on ${entry.deprecatedSince}; the window of ${WINDOW_DAYS} days ends on ${day}.`;
}

/** What CI prints of a breaking change. */
export function explain(change, reason, hit) {
  const declaration = {
    path: change.path,
    type: change.type,
    reason: 'why it has to go, and what to use instead',
    deprecatedSince: new Date().toISOString().slice(0, 10),
    release: 'the release that removes it',
  };
  return [
    `BREAKING  ${change.path}  (${change.type})`,
    `  What:    ${change.message}.`,
    `  Why not: ${reason}`,
    `  Hit:     ${hit}`,
    `  Do:      keep it and mark it @deprecated; or declare it in schema/declared-breaks.json and remove it ${WINDOW_DAYS} days later:`,
    `           ${JSON.stringify(declaration)}`,
  ].join('\n');
}

/** Which stored operations no longer fit; of other clients nobody here knows. */
export function whoIsHit(schema, operations) {
  const broken = operations.filter(({ text }) => validate(schema, parse(text)).length > 0);
  const names = broken.map(({ file }) => file).join(', ');
  const others = 'every portal, page or program that asks for it';
  return names === ''
    ? `${others}; no stored operation.`
    : `the stored operations ${names}; ${others}.`;
}

export function readOperations(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));
}
