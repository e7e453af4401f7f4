import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';

const ROOT = path.join(__dirname, '../../..');

/** The verifier that docs/MATCHING.md prints, and nothing of ours. */
export function readVerifier(): (receipt: unknown, root?: string) => boolean {
  const page = readFileSync(path.join(ROOT, 'docs/MATCHING.md'), 'utf8');
  const [, code = ''] = /```js\n(.*?)```/s.exec(page) ?? [];
  const require = (name: string) => (name === 'node:crypto' ? { createHash } : undefined);
  return runInNewContext(`${code}; holds`, { require, Buffer });
}
