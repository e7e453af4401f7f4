import { printFeed } from '../../src/http/feeds/print-feed';
import type { VacancyAnswer } from '../../src/http/pages/vacancy/answers';
import { renderVacancyPage } from '../../src/http/pages/vacancy/page';
import { postingDescription } from '../../src/services/vacancies/job-posting/posting-description';
import { worstTexts } from './worst-texts';

const ORIGIN = 'https://padan.example';
const now = new Date('2026-11-20T00:00:00Z');
const item = {
  ...{ slug: 'kasir-ed2efb', title: 'Kasir toko bangunan', isDemo: false, isRemote: false },
  ...{ publishedAt: '2026-11-01T00:00:00Z', validThrough: '2026-12-01T00:00:00Z' },
  ...{ employmentType: 'PERMANENT', employer: { name: 'CV Baja', verification: 'VERIFIED' } },
  ...{ regions: [{ name: 'Kota Palu' }], wage: { min: '3000000', max: '4500000', unit: 'MONTH' } },
};
const competencies = Array.from({ length: 20 }, (_, at) => `Mengoperasikan mesin nomor ${at}`);

function aVacancy(description: string, title = item.title): VacancyAnswer {
  const requirements = competencies.map((name) => ({
    ...{ necessity: 'MUST' as const, minLevel: null, education: null, minMonths: null },
    ...{ competency: { label: name }, name },
  }));
  const posted = postingDescription({
    vacancy: { description },
    requirements,
  } as unknown as Parameters<typeof postingDescription>[0]);
  return {
    ...{ ...item, title, description, requirements, id: 'x', verifyCode: '7K2M9QXD40' },
    ...{ url: `${ORIGIN}/lowongan/kasir-ed2efb`, state: 'PUBLISHED', closedAt: null },
    ...{ closedReason: null, startsOn: null, openings: 1, filled: 0, lastConfirmedAt: null },
    ...{ sourceKind: 'EMPLOYER', sourceName: null, occupation: null },
    jsonLd: { '@type': 'JobPosting', title, description: posted, skills: competencies.join(', ') },
  };
}

function pageOf(vacancy: VacancyAnswer) {
  const similar = Array.from({ length: 4 }, () => ({ ...item, title: vacancy.title }));
  const place = { origin: ORIGIN, portal: null };
  const { markup } = renderVacancyPage({ vacancy, similar, lang: 'id', now, ...place });
  const printed = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(markup)?.[1];
  return { markup, posting: JSON.parse(printed ?? 'null') };
}

const textOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe('a vacancy’s page', () => {
  it.each(worstTexts().map((text) => [JSON.stringify(text.slice(0, 12)), text]))(
    'stays within 60 KB and tells the whole text with %s again and again',
    (_, text) => {
      const vacancy = aVacancy(text);
      const { markup, posting } = pageOf(vacancy);
      expect(Buffer.byteLength(markup)).toBeLessThanOrEqual(60_000);
      const shown = /<h2 id="about">[^<]*<\/h2>(.*?)<\/section>/s.exec(markup)?.[1] ?? '';
      expect(textOf(shown).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      const { description } = posting;
      expect(description).toMatch(/^(?:<p>(?:[^<>]|<br>)*<\/p>)*<p>Syarat:<\/p><ul>.*<\/ul>$/s);
      expect(description).not.toMatch(/&(?:[a-z]+|#\d*)?…/);
      for (const name of competencies) expect(description).toContain(name);
    },
  );

  it('tells machines the whole, too, of any text of ordinary letters and punctuation', () => {
    const text = `${'Menjaga gedung & "halaman" pada malam hari. '.repeat(226)}`.slice(0, 10_000);
    const vacancy = aVacancy(text.trim());
    expect(pageOf(vacancy).posting).toEqual(vacancy.jsonLd);
  });

  it('stays so, whatever title stands above the longest of texts', () => {
    for (const title of worstTexts(200)) {
      const { markup } = pageOf(aVacancy('<'.repeat(10_000), title));
      expect([title.slice(0, 9), Buffer.byteLength(markup) <= 60_000]).toEqual([
        title.slice(0, 9),
        true,
      ]);
    }
  });
});

describe.each(['atom', 'rss'] as const)('a feed in %s', (format) => {
  const feedOf = (items: { title: string; description: string }[]) =>
    printFeed(
      {
        ...{ lang: 'id', origin: ORIGIN, title: 'Lowongan', path: '/lowongan', since: now },
        paths: { atom: '/lowongan.atom', rss: '/lowongan.rss' },
        items: items.map((it, at) => ({
          ...{ ...item, ...it, slug: `kasir-${at}`, updatedAt: '2026-11-02T00:00:00Z' },
        })),
      },
      format,
    );
  const entriesOf = (feed: string) => feed.split(/<(?:entry|item)>/).slice(1);
  const thirty = (title: string, description: string) =>
    Array.from({ length: 30 }, () => ({ title, description }));

  it.each(worstTexts().map((text) => [JSON.stringify(text.slice(0, 12)), text]))(
    'stays within 60 KB and tells all thirty with %s again and again',
    (_, text) => {
      const feed = feedOf(thirty(item.title, text));
      expect(Buffer.byteLength(feed)).toBeLessThanOrEqual(60_000);
      expect(entriesOf(feed)).toHaveLength(30);
      expect(feed.match(/<!\[CDATA\[/g)?.length).toBe(feed.match(/\]\]>/g)?.length);
    },
  );

  it('leaves out the oldest where titles alone are too long', () => {
    for (const title of worstTexts(200)) {
      const feed = feedOf(thirty(title, '<'.repeat(10_000)));
      expect(Buffer.byteLength(feed)).toBeLessThanOrEqual(60_000);
      expect(entriesOf(feed)[0]).toContain('/lowongan/kasir-0');
      expect(entriesOf(feed).length).toBeGreaterThan(15);
    }
  });

  it('tells a short text whole, and where the rest of a long one is', () => {
    const long = 'Menjaga gedung pada malam hari. '.repeat(100);
    const feed = feedOf([
      { title: 'A', description: 'Menjaga gedung.' },
      { title: 'B', description: long },
    ]);
    const [short = '', cut = ''] = entriesOf(feed);
    expect(short).toContain('<p>Menjaga gedung.</p>');
    expect(short).not.toContain('Baca selengkapnya');
    expect(cut).toContain('…</p>');
    expect(cut).toContain(`<p><a href="${ORIGIN}/lowongan/kasir-1">Baca selengkapnya</a></p>`);
    expect(feed).toContain('selengkapnya ada di halaman lowongannya');
  });
});
