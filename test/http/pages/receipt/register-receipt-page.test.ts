import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { registerReceiptPage } from '../../../../src/http/pages/receipt/register-receipt-page';
import { TEXTS } from '../../../../src/http/pages/receipt/texts';

let folder: string;
let app: FastifyInstance;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'padan-receipt-page-'));
  app = fastify();
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The page over a bundle that holds one script. */
async function build(): Promise<void> {
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'assets', 'receipt-abc.js'), 'let x = 1;');
  await registerReceiptPage(app, { folder, originOf: () => 'https://padan.example' });
}

describe('registerReceiptPage', () => {
  it.each([
    ['/periksa', 'id'],
    ['/periksa?lang=en', 'en'],
    ['/periksa?lang=xx', 'id'],
  ] as const)('answers %s in %s with a policy that lets nothing out', async (url, lang) => {
    await build();
    const { statusCode, headers, body } = await app.inject(url);
    expect(statusCode).toBe(200);
    const policy = headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'none'");
    expect(policy).not.toMatch(/connect-src|unsafe|https?:/);
    expect(headers['content-language']).toBe(lang);
    expect(body).toContain(TEXTS[lang].headline);
    expect(body).toContain('src="/periksa/assets/receipt-abc.js"');
  });

  it('serves its script, and no other file', async () => {
    await build();
    expect((await app.inject('/periksa/assets/receipt-abc.js')).body).toBe('let x = 1;');
    expect((await app.inject('/periksa/assets/..%2fpage')).statusCode).toBe(404);
  });

  it('leads from the English address to the page', async () => {
    await build();
    const { statusCode, headers } = await app.inject('/verify');
    expect([statusCode, headers.location]).toEqual([308, '/periksa?lang=en']);
  });

  it('says how to build what is not built', async () => {
    await registerReceiptPage(app, { folder, originOf: () => 'https://padan.example' });
    const { statusCode, body } = await app.inject('/periksa');
    expect(statusCode).toBe(503);
    expect(body).toContain('npm run build:web');
  });

  it('has every text in both languages', () => {
    expect(Object.keys(TEXTS.en.checks)).toEqual(Object.keys(TEXTS.id.checks));
    expect(Object.values(TEXTS.en.checks)).not.toEqual(Object.values(TEXTS.id.checks));
  });
});
