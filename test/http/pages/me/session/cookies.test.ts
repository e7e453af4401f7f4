import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  pageCookies,
  readCookie,
  writeCookie,
} from '../../../../../src/http/pages/me/session/cookie-jar';
import { formToken, isFormToken } from '../../../../../src/http/pages/me/session/form-token';
import { isFromOurPage } from '../../../../../src/http/pages/me/session/same-site';
import {
  cookieSeal,
  type SealedSession,
} from '../../../../../src/http/pages/me/session/sealed-session';

const asked = (headers: Record<string, string>) => ({ headers }) as unknown as FastifyRequest;
const NOW = Date.parse('2026-08-01T00:00:00Z');
const session: SealedSession = {
  ...{ secret: 'secret', refreshToken: 'refresh', label: '…7890', isOwnDevice: false },
  ...{ until: NOW + 1_000, askedBy: null },
};

describe('pageCookies', () => {
  it('says in its name that it goes over https alone, and never reaches the API', () => {
    const { session: cookie, device } = pageCookies(true);
    const written: string[] = [];
    const reply = { header: (_: string, value: string) => written.push(value) };
    writeCookie(reply as unknown as FastifyReply, cookie, 'sealed', null);
    expect(written).toEqual(['__Secure-padan=sealed; Path=/saya; HttpOnly; SameSite=Lax; Secure']);
    expect(device).toMatchObject({ name: '__Secure-padan-hp', path: '/saya/masuk' });
  });
});

describe('readCookie', () => {
  const { session: cookie } = pageCookies(false);

  it('reads one among others', () => {
    expect(readCookie(asked({ cookie: 'a=b; padan=sealed; padan-hp=x' }), cookie)).toBe('sealed');
  });

  it('reads none of two: a neighbour of this host set one of them', () => {
    expect(readCookie(asked({ cookie: 'padan=one; padan=two' }), cookie)).toBeNull();
  });
});

describe('cookieSeal', () => {
  const seal = cookieSeal('a secret');

  it('opens what it sealed, until it ends', () => {
    expect(seal.open(seal.seal(session), NOW)).toEqual(session);
    expect(seal.open(seal.seal(session), NOW + 1_000)).toBeNull();
  });

  it('tells nobody else what it holds', () => {
    const sealed = seal.seal({ ...session, refreshToken: 'refresh-token-in-clear' });
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('in-clear');
    expect(cookieSeal('another secret').open(sealed, NOW)).toBeNull();
  });

  it('takes a device for no session', () => {
    expect(seal.openDevice(seal.sealDevice('device'))).toBe('device');
    expect(seal.open(seal.sealDevice(JSON.stringify(session)), NOW)).toBeNull();
    expect(seal.openDevice(seal.seal(session))).toBeNull();
  });

  it('opens nothing that was changed in a single place', () => {
    const sealed = seal.seal(session);
    for (let at = 0; at < sealed.length - 1; at += 7) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      expect(seal.open(`${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`, NOW)).toBeNull();
    }
  });
});

describe('formToken', () => {
  it('differs on each page and proves one secret', () => {
    const [one, two] = [formToken('secret'), formToken('secret')];
    expect(one).not.toBe(two);
    expect([one, two].map((token) => isFormToken('secret', token))).toEqual([true, true]);
    expect(isFormToken('another', one)).toBe(false);
    for (const token of ['', '.', 'a.b', one.slice(0, -1), `${one}.x`.replace('.', 'x')]) {
      expect(isFormToken('secret', token)).toBe(false);
    }
  });
});

describe('isFromOurPage', () => {
  const own = 'https://kerja.example.go.id';
  it.each([
    [{ origin: own }, true],
    [{ origin: own, 'sec-fetch-site': 'same-origin' }, true],
    [{ referer: `${own}/saya` }, true],
    [{ origin: own, 'sec-fetch-site': 'same-site' }, false],
    [{ origin: 'https://kerja.example.go.id.evil.example' }, false],
    [{ origin: 'null', referer: `${own}/saya` }, false],
    [{ referer: 'not an address' }, false],
    [{}, false],
  ])('of %j is %s', (headers, expected) => {
    expect(isFromOurPage(asked(headers as Record<string, string>), own)).toBe(expected);
  });
});
