import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { showSecret, signedHeaders } from '../../src/webhooks/signature';

type Verify = (body: string, headers: Record<string, string>, secret: string) => unknown;

const page = readFileSync(path.join(__dirname, '../../docs/RELIABILITY.md'), 'utf8');
const sample = /```js\n([\s\S]+?)```/.exec(page)?.[1] ?? '';

/** The sample as it stands in the docs, whose one import the sandbox of this test does otherwise. */
function loadSample(): Verify {
  const body = sample
    .replace(/^import (.+) from 'node:crypto';$/m, "const $1 = require('node:crypto');")
    .replace('export ', '');
  return new Function('require', `${body}; return verify;`)(require) as Verify;
}

describe('the sample verifier of docs/RELIABILITY.md', () => {
  const verify = loadSample();
  const [secret, former] = [randomBytes(32), randomBytes(32)];
  const parts = { id: 'msg_1', at: new Date(), body: '{"type":"match.entered"}' };
  const headers = signedHeaders(parts, [secret, former]);

  it('has at most twenty lines', () => {
    expect(sample.trim().split('\n').length).toBeLessThanOrEqual(20);
  });

  it('takes what either secret signed', () => {
    for (const known of [secret, former]) {
      expect(verify(parts.body, headers, showSecret(known))).toEqual({ type: 'match.entered' });
    }
  });

  it.each([
    ['another secret', () => verify(parts.body, headers, showSecret(randomBytes(32)))],
    ['another body', () => verify('{}', headers, showSecret(secret))],
    [
      'another id',
      () => verify(parts.body, { ...headers, 'webhook-id': 'msg_2' }, showSecret(secret)),
    ],
    [
      'an old message',
      () => {
        const old = { ...parts, at: new Date(Date.now() - 301_000) };
        verify(parts.body, signedHeaders(old, [secret]), showSecret(secret));
      },
    ],
    [
      'a time that is none',
      () => verify(parts.body, { ...headers, 'webhook-timestamp': 'now' }, showSecret(secret)),
    ],
    ['no signature', () => verify(parts.body, { 'webhook-id': 'msg_1' }, showSecret(secret))],
  ])('refuses %s', (_, attempt) => {
    expect(attempt).toThrow();
  });
});
