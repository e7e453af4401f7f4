import { Vacancy } from '../../../src/entities';
import { anEmployer, aVacancy } from '../../builders';
import { brokenRules } from '../job-posting-rules';
import type { PagesWorld } from './world';

interface PostedVacancy {
  slug: string;
  url: string;
  state: string;
  jsonLd: Record<string, unknown> | null;
  employer: { name: string };
  regions: { name: string }[];
}

const QUERY = `query ($after: String) {
  vacancies(first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { slug url state jsonLd employer { name } regions { name } } }
  }
}`;

async function readAll(address: string): Promise<PostedVacancy[]> {
  const all: PostedVacancy[] = [];
  for (let after: string | null = null; ; ) {
    const response: Response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY, variables: { after } }),
    });
    const { data } = await response.json();
    const { edges, pageInfo } = data.vacancies;
    all.push(...edges.map(({ node }: { node: PostedVacancy }) => node));
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor;
  }
}

const CLOSED = { state: 'CLOSED', closedReason: 'CANCELLED', closedAt: new Date() } as const;

const read = async (url: string) => (await fetch(url)).text();

const addressesIn = (sitemap: string) =>
  [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map((hit) => hit[1] ?? '');

/** What search engines and feed readers are given. */
export function testEngines(worldOf: () => PagesWorld): void {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${worldOf().app.address}${path}`, { headers });
  const textOf = async (path: string) => (await get(path)).text();

  it('tell every open vacancy of the demo by the documented rules, in page and API alike', async () => {
    const { app } = worldOf();
    const all = await readAll(app.address);
    expect(all.length).toBeGreaterThan(200);
    for (const { slug, url, jsonLd, employer, regions } of all) {
      const names = [employer.name, ...regions.map(({ name }) => name)];
      const broken = jsonLd === null ? ['none'] : brokenRules(jsonLd, { now: new Date(), names });
      expect([slug, broken]).toEqual([slug, []]);
      expect(jsonLd?.url).toBe(url);
    }
    for (const { url, jsonLd } of all.slice(0, 20)) {
      const page = await (await fetch(url)).text();
      const printed = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1];
      expect(JSON.parse(printed ?? '')).toEqual(jsonLd);
      expect(page).toContain(`<link rel="canonical" href="${url}">`);
      expect(page).toContain(`<link rel="alternate" hreflang="en" href="${url}?lang=en">`);
      expect(page).toContain('<meta property="og:image" content="');
      // All of them are invented.
      expect(page).toContain('<meta name="robots" content="noindex">');
    }
  });

  it('let engines list what is real, and messengers show it in the page’s language', async () => {
    const { owner, app } = worldOf();
    const { id: employerId } = await anEmployer(owner.manager, { name: 'CV Nyata' });
    const description = 'Menjahit seragam sekolah dan pakaian kerja. '.repeat(8);
    const values = { employerId, description, slug: 'nyata-1', publishedAt: new Date() };
    const { id } = await aVacancy(owner.manager, { ...values, isDemo: false });
    const page = await textOf('/lowongan/nyata-1?lang=en');
    expect(page).not.toContain('noindex');
    expect(page).toContain(
      `<meta property="og:image" content="${app.address}/gambar/nyata-1/og.png?lang=en">`,
    );
    expect(page).toContain('<meta property="og:image:width" content="1200">');
    expect(page).toMatch(
      /<meta property="og:description" content="[^"]*(?:Menjahit|seragam|sekolah|dan|pakaian|kerja)…">/,
    );
    for (const address of ['/lowongan?q=x', '/lowongan?q=/', '/lowongan/nyata-1?lang=en']) {
      const path = address.replace('?', '/?');
      const slash = await fetch(`${app.address}${path}`, { redirect: 'manual' });
      expect([slash.status, slash.headers.get('location')]).toEqual([308, address]);
    }
    await owner.manager.update(Vacancy, id, CLOSED);
  });

  it('tell in feeds when a vacancy was last changed, and no date of an empty one', async () => {
    const { owner, app } = worldOf();
    const { id: employerId } = await anEmployer(owner.manager, { name: 'CV Berubah' });
    const values = { employerId, slug: 'berubah-1', title: 'Penyelam mutiara' };
    const publishedAt = new Date('2099-01-01T00:00:00Z');
    const { id } = await aVacancy(owner.manager, { ...values, publishedAt });
    await owner.manager.update(Vacancy, id, { updatedAt: new Date('2099-02-03T04:05:06Z') });
    const feed = await textOf('/lowongan.atom');
    const entry = feed.slice(feed.indexOf('berubah-1'));
    expect(entry).toContain('<updated>2099-02-03T04:05:06.000Z</updated>');
    expect(entry).toContain('<published>2099-01-01T00:00:00.000Z</published>');
    expect(feed.slice(0, feed.indexOf('<entry>'))).toContain('2099-02-03T04:05:06.000Z');
    await owner.manager.update(Vacancy, id, CLOSED);
    for (const format of ['atom', 'rss']) {
      const empty = await (await fetch(`${app.address}/lowongan.${format}?q=zzqqxxyy`)).text();
      expect(empty).toContain('Padan');
      expect(empty).not.toContain('1970');
    }
  });

  it('begin each entry of a feed with one line for readers that strip or know no markup', async () => {
    const line = String.raw`<!\[CDATA\[[^<]+\]\]></`;
    const rss = (await textOf('/lowongan.rss')).split('<item>').slice(1);
    expect(rss.length).toBeGreaterThan(0);
    for (const item of rss) {
      expect(item).toMatch(new RegExp(`<description>${line}description>\\s*<content:encoded>`));
    }
    const atom = (await textOf('/lowongan.atom')).split('<entry>').slice(1);
    expect(atom).toHaveLength(rss.length);
    for (const entry of atom) {
      expect(entry).toMatch(new RegExp(`<summary type="html">${line}summary>\\s*<content `));
    }
  });

  it('warn of a fraud where it stood, and repeat nothing of it', async () => {
    const { fraud, owner } = worldOf();
    const { employer } = await owner.manager.findOneOrFail(Vacancy, {
      where: { id: fraud.id },
      relations: { employer: true },
    });
    for (const [path, warning] of [
      [`/lowongan/${fraud.slug}`, 'karena penipuan'],
      [`/lowongan/${fraud.slug}?lang=en`, 'for fraud'],
      [`/lowongan/${fraud.slug}/kartu`, 'karena penipuan'],
    ] as const) {
      const response = await get(path);
      const page = await response.text();
      expect([path, response.status]).toEqual([path, 410]);
      expect(page).toContain(warning);
      for (const told of [fraud.title, employer.name, fraud.verifyCode, 'ld+json', '✓', 'iframe']) {
        expect([path, told, page.includes(told)]).toEqual([path, told, false]);
      }
    }
    for (const list of ['/lowongan.atom', '/lowongan.rss', '/lowongan?urut=terbaru']) {
      expect([list, (await textOf(list)).includes(fraud.slug)]).toEqual([list, false]);
    }
  });

  it('keep closed vacancies out of search engines, but at their address', async () => {
    const { closed, app } = worldOf();
    const page = await textOf(`/lowongan/${closed.slug}`);
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).not.toContain('ld+json');
    // Nobody puts up what is over.
    expect(page).not.toContain('iframe');
    const response = await fetch(`${app.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ vacancy(slug: "${closed.slug}") { url jsonLd } }` }),
    });
    expect((await response.json()).data.vacancy).toEqual({
      url: `${app.address}/lowongan/${closed.slug}`,
      jsonLd: null,
    });
  });

  it('list in the sitemap every open vacancy that is real, and only what engines may list', async () => {
    const { app, owner } = worldOf();
    const { id: employerId } = await anEmployer(owner.manager, { name: 'CV Terdaftar' });
    const values = { employerId, isDemo: false, publishedAt: new Date() };
    const { id } = await aVacancy(owner.manager, { ...values, slug: 'terdaftar-1' });
    const closed = { ...values, ...CLOSED, slug: 'terdaftar-2' };
    await aVacancy(owner.manager, closed);
    const part = await textOf('/sitemap/lowongan-1.xml');
    const { updatedAt } = await owner.manager.findOneByOrFail(Vacancy, { id });
    const lastmod = `<lastmod>${updatedAt.toISOString()}</lastmod>`;
    expect(part).toContain(`<loc>${app.address}/lowongan/terdaftar-1</loc>${lastmod}`);
    const files = addressesIn(await textOf('/sitemap.xml'));
    expect(files).toEqual([
      `${app.address}/sitemap/halaman.xml`,
      `${app.address}/sitemap/lowongan-1.xml`,
    ]);
    const pages = (
      await Promise.all(files.map(async (file) => addressesIn(await read(file))))
    ).flat();
    expect(pages).toContain(`${app.address}/lowongan`);
    expect(pages.filter((page) => page.includes('/lowongan/'))).toEqual([
      `${app.address}/lowongan/terdaftar-1`,
    ]);
    for (const page of pages) {
      const response = await fetch(page);
      expect([page, response.status]).toEqual([page, 200]);
      expect(await response.text()).not.toContain('noindex');
    }
    expect((await get('/sitemap/lowongan-2.xml')).status).toBe(404);
    expect(await textOf('/robots.txt')).toContain(`Sitemap: ${app.address}/sitemap.xml`);
    await owner.manager.update(Vacancy, id, CLOSED);
  });

  it.each([
    ['PUT', '/lowongan', 'GET, HEAD'],
    ['DELETE', '/cek', 'GET, HEAD, POST'],
    ['POST', '/sitemap.xml', 'GET, HEAD'],
    ['PATCH', '/saya/masuk?lang=en', 'GET, HEAD, POST'],
    ['POST', '/referensi/types', 'GET, HEAD'],
    ['GET', '/candidate/resume', 'POST'],
  ])('are told which methods an address takes: %s %s', async (method, path, allow) => {
    const ask = (accept: string) =>
      fetch(`${worldOf().app.address}${path}`, { method, headers: { accept } });
    const told = await ask('application/json');
    expect([told.status, told.headers.get('allow')]).toEqual([405, allow]);
    expect((await told.json()).errors[0].extensions.code).toBe('METHOD_NOT_ALLOWED');
    if (path.startsWith('/candidate')) return;
    const shown = await ask('text/html');
    expect([shown.status, shown.headers.get('allow')]).toEqual([405, allow]);
    const lang = path.endsWith('lang=en') ? 'en' : 'id';
    expect(await shown.text()).toContain(`<html lang="${lang}">`);
  });

  it('are answered without a body by HEAD wherever GET answers', async () => {
    for (const path of [
      '/',
      '/lowongan',
      '/cek',
      '/saya',
      '/robots.txt',
      '/graphql?query={__typename}',
    ]) {
      const [got, head] = [
        await get(path),
        await fetch(`${worldOf().app.address}${path}`, { method: 'HEAD' }),
      ];
      expect([path, head.status, await head.text()]).toEqual([path, got.status, '']);
      await got.text();
    }
  });

  it('give any search as Atom and RSS, and nothing again to who has it', async () => {
    const { app } = worldOf();
    const page = await textOf('/lowongan?q=toko&wilayah=72.71');
    for (const format of ['atom', 'rss']) {
      const path = `/lowongan.${format}?q=toko&wilayah=72.71`;
      expect(page).toContain(path.replace('&', '&amp;'));
      const response = await get(path);
      expect(response.headers.get('content-type')).toContain(`application/${format}+xml`);
      expect(response.headers.get('cache-control')).toBe('public, max-age=60');
      const feed = await response.text();
      expect(feed).toContain('toko · Kota Palu · Lowongan kerja · Padan');
      expect(feed).toContain(`${app.address}/lowongan/`);
      const tag = response.headers.get('etag') ?? '';
      expect((await get(path, { 'if-none-match': tag })).status).toBe(304);
    }
  });

  it.each(['Atlantis', '99.99', '72.99'])(
    'give nobody who follows the unknown place %s the vacancies of others',
    async (place) => {
      for (const path of ['/lowongan.atom', '/lowongan.rss', '/lowongan/kartu']) {
        const response = await get(`${path}?wilayah=${place}`);
        expect([path, response.status]).toEqual([path, 404]);
        const text = await response.text();
        expect(text).toContain(`Tempat ini tidak kami kenali: ${place}`);
        expect(text).not.toContain('/lowongan/');
      }
      const english = await textOf(`/lowongan.rss?wilayah=${place}&lang=en`);
      expect(english).toBe(`We do not know this place: ${place}\n`);
      const page = await textOf(`/lowongan?wilayah=${place}`);
      expect(page).toContain('jadi semua tempat ditampilkan:');
      expect(page).toContain('<meta name="robots" content="noindex">');
      expect(page).not.toMatch(/lowongan\.(?:atom|rss)|oembed/);
    },
  );

  it('are told the one address of each page and those of its languages', async () => {
    const { address } = worldOf().app;
    for (const path of ['/', '/lowongan', '/cek', '/pasang', '/periksa']) {
      const [id, en] = [`${address}${path}`, `${address}${path}?lang=en`];
      for (const lang of ['id', 'en']) {
        const asked = path === '/' ? '&skills=menjahit' : '';
        const page = await read(`${id}?lang=${lang}${asked}`);
        const links = [
          ...page.matchAll(
            /<link rel="(?:canonical|alternate)"( hreflang="[^"]*")? href="([^"]*)">/g,
          ),
        ];
        expect([path, lang, ...links.map((hit) => `${hit[1] ?? ''} ${hit[2]}`)]).toEqual([
          ...[path, lang, ` ${lang === 'en' ? en : id}`],
          ...[` hreflang="id" ${id}`, ` hreflang="en" ${en}`, ` hreflang="x-default" ${id}`],
        ]);
      }
    }
  });
}
