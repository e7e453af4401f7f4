import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { EXPLORER_POLICY, registerExplorer } from '../../../src/http/explorer/register-explorer';

const SCRIPT = 'window.padan = 1;';
let folder: string;
let app: FastifyInstance;

async function start(signIn: Parameters<typeof registerExplorer>[1]['signIn'], from = folder) {
  app = fastify();
  await registerExplorer(app, { folder: from, signIn });
  return app;
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'padan explorer '));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Padan</title>');
  writeFileSync(path.join(folder, 'assets', 'index-abc.js'), SCRIPT);
  writeFileSync(path.join(folder, 'assets', 'index-abc.js.gz'), gzipSync(SCRIPT));
  writeFileSync(path.join(folder, 'secret.txt'), 'not served');
});

afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('registerExplorer', () => {
  it('serves the page with its own policy', async () => {
    const response = await (await start(null)).inject('/explorer?audience=public');
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toContain('text/html');
    expect(response.headers['content-security-policy']).toBe(EXPLORER_POLICY);
    expect(EXPLORER_POLICY).not.toContain('unsafe-eval');
  });

  it('serves hashed assets for a year', async () => {
    const response = await (await start(null)).inject('/explorer/assets/index-abc.js');
    expect(response.body).toBe(SCRIPT);
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('sends the gzip copy to a client that takes it', async () => {
    const response = await (await start(null)).inject({
      url: '/explorer/assets/index-abc.js',
      headers: { 'accept-encoding': 'br, gzip' },
    });
    expect(response.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(response.rawPayload).toString()).toBe(SCRIPT);
  });

  it.each(['..%2fsecret.txt', 'secret.txt', 'index-abc.js.gz', '__proto__'])(
    'finds no asset named %s',
    async (name) => {
      const response = await (await start(null)).inject(`/explorer/assets/${name}`);
      expect(response.statusCode).toBe(404);
    },
  );

  it('says how to build the bundle when it is missing', async () => {
    const response = await (await start(null, path.join(folder, 'none'))).inject('/explorer');
    expect(response.statusCode).toBe(503);
    expect(response.body).toContain('npm run build:web');
  });

  it('has no session address without a sign-in', async () => {
    const response = await (await start(null)).inject('/explorer/session');
    expect(response.statusCode).toBe(404);
  });

  it('signs demo users in, for its own pages only', async () => {
    const account = { audience: 'employer' as const, name: 'CV Contoh', token: 'token' };
    await start(async () => [account]);
    const own = await app.inject('/explorer/session');
    expect(own.json()).toEqual({ accounts: [account] });
    expect(own.headers['cache-control']).toBe('no-store');
    const foreign = await app.inject({
      url: '/explorer/session',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.statusCode).toBe(404);
  });
});
