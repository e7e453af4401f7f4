import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of this package, also when its compiled files run. */
export function packageFolder(): string {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}
