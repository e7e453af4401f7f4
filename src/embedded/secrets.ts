import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { readJson, writePrivateJson } from './json-file';

/** Passwords of the embedded servers, made at the first start and kept in the home folder. */
export interface Secrets {
  postgres: string;
  migrator: string;
  app: string;
  meilisearch: string;
}

export function secretsOf(home: string): Secrets {
  const file = path.join(home, 'secrets.json');
  const known = readJson<Secrets>(file);
  if (known !== null) return known;
  const random = () => randomBytes(24).toString('base64url');
  const made = { postgres: random(), migrator: random(), app: random(), meilisearch: random() };
  writePrivateJson(file, made);
  return made;
}
