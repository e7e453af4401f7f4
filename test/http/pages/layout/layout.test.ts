import { createHash } from 'node:crypto';
import fastify from 'fastify';
import { pino } from 'pino';
import { errors } from '../../../../src/errors';
import { renderErrorPage } from '../../../../src/http/pages/layout/error-page';
import { html } from '../../../../src/http/pages/layout/html';
import { inLanguage } from '../../../../src/http/pages/layout/lang';
import { type Page, renderPage } from '../../../../src/http/pages/layout/render-page';
import { sendPage } from '../../../../src/http/pages/layout/send-page';
import { addErrorHandling } from '../../../../src/http/refusals/error-handler';

const aPage = (changes: Partial<Page> = {}): Page => ({
  lang: 'id',
  title: 'Judul',
  description: 'Keterangan',
  path: '/contoh?q=las',
  body: html`<p>isi</p>`,
  ...changes,
});

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');

describe('inLanguage', () => {
  it.each([
    ['/', 'en', '/?lang=en'],
    ['/?lang=en', 'id', '/'],
    ['/lowongan?q=tukang+las&lang=en', 'id', '/lowongan?q=tukang+las'],
    ['/lowongan?q=las#hasil', 'en', '/lowongan?q=las&lang=en#hasil'],
  ] as const)('gives %s in %s as %s', (address, lang, expected) => {
    expect(inLanguage(address, lang)).toBe(expected);
  });
});

describe('renderPage', () => {
  it('names the one style and the one script by their hashes', () => {
    const { markup, policy } = renderPage(aPage({ styles: '.a{b:c}', script: 'let a = "</b>";' }));
    const style = /<style>(.*?)<\/style>/s.exec(markup)?.[1] ?? '';
    const script = /<script type="module">(.*?)<\/script>/s.exec(markup)?.[1] ?? '';
    expect(style).toContain('.a{b:c}');
    expect(policy).toContain(`style-src 'sha256-${hashOf(style)}'`);
    expect(policy).toContain(`script-src 'sha256-${hashOf(script)}'`);
    expect(policy).not.toContain('unsafe');
  });

  it('allows no script where there is none', () => {
    const { markup, policy } = renderPage(aPage());
    expect(markup).not.toContain('<script');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
  });

  it('changes and leaves out directives', () => {
    const changes = { 'frame-ancestors': '*', 'form-action': null };
    const { policy } = renderPage(aPage({ policy: changes }));
    expect(policy).toContain('frame-ancestors *');
    expect(policy).not.toContain('form-action');
  });

  it('leads to the other language with the same words', () => {
    expect(renderPage(aPage()).markup).toContain('href="/contoh?q=las&amp;lang=en" lang="en"');
    expect(renderPage(aPage({ lang: 'en' })).markup).toContain('href="/contoh?q=las" lang="id"');
  });

  it('escapes title and description', () => {
    const { markup } = renderPage(aPage({ title: '</title><b>', description: '"><b>' }));
    expect(markup).not.toContain('<b>');
  });
});

describe('sendPage', () => {
  it('sends a public page once: with its tag, nothing again', async () => {
    const app = fastify();
    app.get('/', (_request, reply) => sendPage(reply, renderPage(aPage()), { isPublic: true }));
    const { headers, statusCode } = await app.inject('/');
    expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=60']);
    const again = await app.inject({ url: '/', headers: { 'if-none-match': headers.etag ?? '' } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    await app.close();
  });

  it.each([(tag: string) => tag.replace('W/', ''), (tag: string) => `"other", ${tag}`, () => '*'])(
    'has a page asked for each time that must show today, by whatever tag',
    async (told) => {
      const app = fastify();
      const options = { isPublic: 'ifAsked' } as const;
      app.get('/', (_request, reply) => sendPage(reply, renderPage(aPage()), options));
      const { headers } = await app.inject('/');
      expect(headers['cache-control']).toBe('public, no-cache');
      const known = { 'if-none-match': told(headers.etag ?? '') };
      expect((await app.inject({ url: '/', headers: known })).statusCode).toBe(304);
      await app.close();
    },
  );

  it('keeps other pages nowhere', async () => {
    const app = fastify();
    app.get('/', (_request, reply) => sendPage(reply, renderPage(aPage())));
    expect((await app.inject('/')).headers['cache-control']).toBe('private, no-store');
    await app.close();
  });
});

describe('a refusal', () => {
  const app = fastify();
  addErrorHandling(app, pino({ level: 'silent' }));
  app.get('/broken', () => {
    throw new Error('secret of <b>the database</b>');
  });
  app.get('/busy', () => {
    throw errors.service.unavailable(2);
  });
  afterAll(() => app.close());

  const open = (url: string) =>
    app.inject({ url, headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });

  it.each([
    ['/nothing', 404, 'Halaman ini tidak ada.'],
    ['/nothing?lang=en', 404, 'There is no such page.'],
    ['/broken', 500, 'Ada yang salah di layanan ini.'],
    ['/busy?lang=en', 503, 'This service cannot answer now.'],
  ])('is a readable page for a browser at %s', async (url, status, headline) => {
    const { statusCode, headers, body } = await open(url);
    expect(statusCode).toBe(status);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('private, no-store');
    expect(body).toContain(`<h1>${headline}</h1>`);
    expect(body).toContain('action="/lowongan"');
    expect(body).not.toContain('secret');
  });

  it('keeps the words that were searched for in its field', () => {
    const path = '/lowongan?q=tukang+%22las%22&wilayah=72.71';
    const { markup } = renderErrorPage({ lang: 'id', status: 429, path });
    expect(markup).toContain('name="q" type="search" value="tukang &quot;las&quot;"');
    expect(markup).toContain('Tunggu beberapa detik');
  });

  it('is JSON for programs, and at the addresses of programs', async () => {
    expect((await app.inject('/nothing')).json().errors[0].extensions.code).toBe('NOT_FOUND');
    expect((await open('/graphql')).headers['content-type']).toContain('json');
  });

  it('repeats no markup of the address', async () => {
    const { body } = await open('/%3Cscript%3Ealert(1)%3C/script%3E"><script>alert(1)</script>');
    expect(body).not.toContain('<script');
  });
});
