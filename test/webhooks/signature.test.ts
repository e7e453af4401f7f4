import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import {
  hintOf,
  SECRET_BYTES,
  showSecret,
  signedHeaders,
  signingSecrets,
} from '../../src/webhooks/signature';

const [first, second] = [randomBytes(SECRET_BYTES), randomBytes(SECRET_BYTES)];
const parts = { id: 'msg_1', at: new Date(), body: '{"type":"match.entered"}' };

describe('signedHeaders', () => {
  it('are verified by the library of Standard Webhooks, with either of two secrets', () => {
    const headers = signedHeaders(parts, [first, second]);
    for (const secret of [first, second]) {
      const verified = new Webhook(showSecret(secret)).verify(parts.body, headers);
      expect(verified).toEqual({ type: 'match.entered' });
    }
  });

  it('are refused with another secret, body, id or time', () => {
    const headers = signedHeaders(parts, [first]);
    const verify = (secret: Buffer, body: string, changes: Record<string, string> = {}) =>
      new Webhook(showSecret(secret)).verify(body, { ...headers, ...changes });
    expect(() => verify(second, parts.body)).toThrow('No matching signature');
    expect(() => verify(first, '{}')).toThrow('No matching signature');
    expect(() => verify(first, parts.body, { 'webhook-id': 'msg_2' })).toThrow(
      'No matching signature',
    );
    const old = signedHeaders({ ...parts, at: new Date(Date.now() - 3_600_000) }, [first]);
    expect(() => verify(first, parts.body, old)).toThrow('timestamp');
  });
});

describe('showSecret', () => {
  it('is told with a prefix, and its end is the hint', () => {
    expect(showSecret(first)).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(showSecret(first).endsWith(hintOf(first))).toBe(true);
    expect(hintOf(first)).toHaveLength(4);
  });
});

describe('signingSecrets', () => {
  const at = (hours: number) => new Date(Date.UTC(2026, 10, 22, hours));
  const former = { secret: first, createdAt: at(0) };
  const newest = { secret: second, createdAt: at(10) };

  it('lets a secret that was replaced sign for a day', () => {
    expect(signingSecrets([newest, former], at(33))).toEqual([second, first]);
    expect(signingSecrets([newest, former], at(34))).toEqual([second]);
  });

  it('lets the only one sign for ever', () => {
    expect(signingSecrets([former], at(1_000))).toEqual([first]);
  });
});
