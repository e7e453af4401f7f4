import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  base64url,
  exportJWK,
  generateKeyPair,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { WebSocket } from 'ws';
import { systemClock } from '../../src/clock';
import { createAuthenticator } from '../../src/http/callers/authentication';
import { createAccessTokens } from '../../src/identity/access-tokens';
import { developmentKey, issueDevelopmentToken } from '../../src/identity/development-keys';
import { newRefreshToken } from '../../src/identity/random-tokens';
import { newSigningKey, type SigningKey } from '../../src/identity/signing-key';
import { expectRefusal, post, query, send } from './client';
import { type SampleServer, startSampleServer } from './sample-server';

const OWN_ISSUER = 'padan-own';
const ownKey: SigningKey = newSigningKey();
const tokens = createAccessTokens(OWN_ISSUER, ownKey);
const LIVE = '00000000-0000-4000-8000-000000000001';
const ENDED = '00000000-0000-4000-8000-000000000002';

let sample: SampleServer;
let url: string;
beforeAll(async () => {
  sample = await startSampleServer({
    sessions: {
      tokens,
      live: async (id) => (id === LIVE ? { accountId: 'ani', mustEnrol: false } : null),
      findPortal: async () => null,
    },
  });
  url = `${sample.url}/graphql/employer`;
});
afterAll(() => sample.stop());

const now = () => Math.floor(Date.now() / 1000);
const claims = (): JWTPayload => ({
  iss: 'padan-test',
  aud: 'padan',
  sub: 'ani',
  exp: now() + 60,
});

/** A token signed with the server's own key, changed where the case says. */
async function forge(payload: JWTPayload, header: Partial<JWTHeaderParameters> = {}) {
  const jwk = await developmentKey(sample.home);
  const protectedHeader = { alg: 'EdDSA', typ: 'at+jwt', kid: jwk.kid, ...header };
  return new SignJWT(payload).setProtectedHeader(protectedHeader).sign(jwk);
}

/** What our own tokens claim. */
const ownClaims = (): JWTPayload => ({
  ...claims(),
  ...{ iss: OWN_ISSUER, aud: OWN_ISSUER, sid: LIVE },
});

/** A token signed with our own key, changed where the case says. */
const forgeOwn = (payload: JWTPayload, header: Partial<JWTHeaderParameters> = {}) =>
  new SignJWT(payload)
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: ownKey.kid, ...header })
    .sign({ ...ownKey });

const part = (value: unknown) => base64url.encode(JSON.stringify(value));

async function signedByPublicKey(): Promise<string> {
  const { x = '' } = await developmentKey(sample.home);
  const header = { alg: 'HS256', typ: 'at+jwt' };
  return new SignJWT(claims())
    .setProtectedHeader(header)
    .sign(new TextEncoder().encode(x.repeat(2)));
}

async function signedByStranger(): Promise<string> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const header = { alg: 'ES256', typ: 'at+jwt', jwk: await exportJWK(publicKey) };
  return new SignJWT(claims()).setProtectedHeader(header).sign(privateKey);
}

describe('a token', () => {
  const whoAmI = (authorization: string) => query(url, '{ whoAmI }', {}, { authorization });

  it('of this machine names its account', async () => {
    const answer = await whoAmI(`Bearer ${await sample.token()}`);
    expect(answer.body.data).toEqual({ whoAmI: 'account-of-ani' });
  });

  it('of our own names the account of its session', async () => {
    const { token } = await tokens.issue('ani', LIVE, new Date());
    expect((await whoAmI(`Bearer ${token}`)).body.data).toEqual({ whoAmI: 'ani' });
    const forged = await whoAmI(`Bearer ${await forgeOwn(ownClaims())}`);
    expect(forged.body.data).toEqual({ whoAmI: 'ani' });
  });

  it('is not needed for what is public, only for what is not', async () => {
    expect((await query(url, '{ echo(text: "x") }')).status).toBe(200);
    const answer = await query(url, '{ whoAmI }');
    expectRefusal(answer, 'UNAUTHENTICATED', 401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  const bad: Record<string, () => Promise<string> | string> = {
    'no token': () => '',
    'other words': () => 'abc.def.ghi',
    'without signature': async () => (await sample.token()).replace(/[^.]+$/, ''),
    'with a changed signature': async () => `${(await sample.token()).slice(0, -4)}AAAA`,
    'with algorithm none': () => `${part({ alg: 'none', typ: 'at+jwt' })}.${part(claims())}.`,
    'with HS256 over the public key': signedByPublicKey,
    "signed by a stranger's key that it carries": signedByStranger,
    'with a jku': () => forge(claims(), { jku: 'https://evil.example/jwks' }),
    'with a path for a kid': () => forge(claims(), { kid: '../../etc/passwd' }),
    'of type JWT, as id tokens are': () => forge(claims(), { typ: 'JWT' }),
    'without type': () => forge(claims(), { typ: undefined }),
    'of another issuer': () => forge({ ...claims(), iss: 'other' }),
    'for another audience': () => forge({ ...claims(), aud: 'other' }),
    'of a subject that is no text': () => forge({ ...claims(), sub: 7 as never }),
    'with a jwk beside the right signature': async () => {
      const { d: _, ...jwk } = await developmentKey(sample.home);
      return forge(claims(), { jwk });
    },
    'encrypted and not signed': () => `${part({ alg: 'dir', enc: 'A256GCM' })}..a.b.c`,
    'of endless length': () => `${'a'.repeat(9_000)}.b.c`,
    'without subject': () => forge({ ...claims(), sub: undefined }),
    'without end': () => forge({ ...claims(), exp: undefined }),
    'that has ended': () => forge({ ...claims(), exp: now() - 60 }),
    'that has not begun': () => forge({ ...claims(), nbf: now() + 60 }),
    'of an unknown account': () => sample.token('nobody'),
    'with an x5u': () => forge(claims(), { x5u: 'https://evil.example/cert' }),
    'with a certificate': () => forge(claims(), { x5c: ['MIIB'] }),
    'with critical extensions': () => forge(claims(), { crit: ['b64'], b64: true }),
    'with a kid of another key': () => forge(claims(), { kid: 'unknown' }),
    'without issuer': () => forge({ ...claims(), iss: undefined }),
    'with several audiences, none ours': () => forge({ ...claims(), aud: ['a', 'b'] }),
    'with an end that is no number': () => forge({ ...claims(), exp: 'later' as never }),
    'of our own, signed with the provider’s key': () => forge(ownClaims(), { kid: ownKey.kid }),
    'of the provider, signed with our key': () => forgeOwn(claims()),
    'of our own, for the provider’s audience': () => forgeOwn({ ...ownClaims(), aud: 'padan' }),
    'of the provider, for our own audience': () => forge({ ...claims(), aud: OWN_ISSUER }),
    'of our own, without a session': () => forgeOwn({ ...ownClaims(), sid: undefined }),
    'of our own, of a session that ended': () => forgeOwn({ ...ownClaims(), sid: ENDED }),
    'of our own, of somebody else’s session': () => forgeOwn({ ...ownClaims(), sub: 'budi' }),
    'of our own, with a session that is no id': () => forgeOwn({ ...ownClaims(), sid: "' OR 1=1" }),
    'of our own, of type JWT': () => forgeOwn(ownClaims(), { typ: 'JWT' }),
    'of our own, that has ended': () => forgeOwn({ ...ownClaims(), exp: now() - 60 }),
    'of our own, that has not begun': () => forgeOwn({ ...ownClaims(), nbf: now() + 60 }),
    'that is a refresh token': () => newRefreshToken(LIVE),
    'that is an API key which nobody has': () => `padan_${'a'.repeat(43)}`,
  };
  it.each(Object.keys(bad))('%s is refused in one wording', async (name) => {
    const answer = await whoAmI(`Bearer ${await bad[name]?.()}`);
    expect(expectRefusal(answer, 'UNAUTHENTICATED', 401).message).toBe(
      'Sign in with a valid token.',
    );
  });

  it.each(Object.keys(bad))('%s opens no socket, whichever it is', async (name) => {
    const socket = new WebSocket(url.replace('http', 'ws'), ['graphql-transport-ws']);
    await once(socket, 'open');
    const told: unknown[] = [];
    socket.on('message', (data) => told.push(String(data)));
    const authorization = `Bearer ${await bad[name]?.()}`;
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
    const [code, reason] = await once(socket, 'close');
    expect({ code, reason: String(reason), told }).toEqual({
      code: 4403,
      reason: 'Forbidden',
      told: [],
    });
  });

  it.each(Object.keys(bad))('%s hands in no document', async (name) => {
    const answer = await send(`${sample.url}/candidate/resume`, {
      method: 'POST',
      headers: {
        'accept-language': 'en',
        'content-type': 'application/pdf',
        authorization: `Bearer ${await bad[name]?.()}`,
      },
      body: '%PDF-1.4',
    });
    expect(expectRefusal(answer, 'UNAUTHENTICATED', 401).message).toBe(
      'Sign in with a valid token.',
    );
  });

  it('gets answers that no browser keeps, nor anybody between', async () => {
    const authorization = `Bearer ${await sample.token()}`;
    const read = (where: string, headers: Record<string, string>) =>
      send(`${where}?query=${encodeURIComponent('{ __typename }')}`, { headers });
    const kept = (answer: { headers: Headers }) => answer.headers.get('cache-control');
    expect(kept(await read(url, { authorization }))).toBe('private, no-store');
    expect(kept(await read(`${sample.url}/graphql`, { authorization }))).toBe('private, no-store');
    expect(kept(await query(url, '{ whoAmI }', {}, { authorization }))).toBe('private, no-store');
    expect(kept(await query(`${sample.url}/graphql`, '{ __typename }'))).toBe('private, no-store');
    expect(kept(await read(`${sample.url}/graphql`, {}))).toContain('public');
  });

  it('in an address, a cookie or the body is no token', async () => {
    const token = await sample.token();
    const answer = await send(
      `${url}?query=${encodeURIComponent('{ whoAmI }')}&access_token=${token}`,
      {
        headers: { 'accept-language': 'en' },
      },
    );
    expectRefusal(answer, 'UNAUTHENTICATED', 401);
    const inBody = await post(url, { query: '{ whoAmI }', authorization: `Bearer ${token}` });
    expectRefusal(inBody, 'UNAUTHENTICATED', 401);
    const inOwnHeader = await query(url, '{ whoAmI }', {}, { 'x-api-key': token });
    expectRefusal(inOwnHeader, 'UNAUTHENTICATED', 401);
  });

  it.each(['Basic YTpi', 'Bearer', 'bearer  x y'])(
    'in the header %j is refused',
    async (header) => {
      expectRefusal(await whoAmI(header), 'UNAUTHENTICATED', 401);
    },
  );
});

describe('keys from an address', () => {
  let server: Server;
  let isDown = false;
  const auth = { issuer: 'https://id.example', audience: 'padan', jwksUrl: '' };
  const accounts = { findBySubject: async () => ({ accountId: 'a' }) };

  beforeAll(async () => {
    const { d: _, ...publicKey } = await developmentKey(sample.home);
    server = createServer((_request, response) => {
      response.statusCode = isDown ? 500 : 200;
      response.end(JSON.stringify({ keys: [{ ...publicKey, alg: 'EdDSA' }] }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    auth.jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const authenticator = () =>
    createAuthenticator({
      config: { auth, home: sample.home, environment: 'test' },
      accounts,
      sessions: { tokens: null, live: async () => null, findPortal: async () => null },
      clock: systemClock,
    });
  const token = () =>
    issueDevelopmentToken({ home: sample.home, ...auth, subject: 'ani', lifetimeSeconds: 60 });

  it('check tokens', async () => {
    const { viewer } = await (await authenticator()).authenticate(await token());
    expect(viewer).toEqual({ accountId: 'a' });
  });

  it('that cannot be had are no fault of the token', async () => {
    isDown = true;
    await expect((await authenticator()).authenticate(await token())).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
    });
    auth.jwksUrl = 'http://127.0.0.1:1/jwks';
    await expect((await authenticator()).authenticate(await token())).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
    });
  });
});
