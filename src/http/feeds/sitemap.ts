import type { ListedPart, ListedVacancy } from '../../services/vacancies/listed-vacancies';
import { vacancyPath } from '../../services/vacancies/vacancy-path';
import { escapeHtml } from '../../text/escape-html';

/** Source: sitemaps.org, at most 50,000 addresses a file. */
export const PART_SIZE = 50_000;

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** Pages that everybody may read, beside the vacancies. */
const PAGES = ['/', '/lowongan', '/cek', '/pasang', '/periksa'];

/** The list of the files, each with its newest change. */
export function renderIndex(parts: readonly ListedPart[], origin: string): string {
  const files = [
    entry('sitemap', `${origin}/sitemap/halaman.xml`, null),
    ...parts.map(({ number, changedAt }) =>
      entry('sitemap', `${origin}/sitemap/lowongan-${number}.xml`, changedAt),
    ),
  ];
  return document('sitemapindex', files);
}

export function renderPages(origin: string): string {
  return document(
    'urlset',
    PAGES.map((path) => entry('url', `${origin}${path}`, null)),
  );
}

export function renderVacancies(vacancies: readonly ListedVacancy[], origin: string): string {
  return document(
    'urlset',
    vacancies.map(({ slug, changedAt }) =>
      entry('url', `${origin}${vacancyPath(slug)}`, changedAt),
    ),
  );
}

/** Pages for everybody are open; what answers programs or one person is not. */
export const renderRobots = (origin: string): string =>
  `User-agent: *
Allow: /
Disallow: /graphql
Disallow: /saya
Disallow: /explorer
Sitemap: ${origin}/sitemap.xml
`;

function entry(name: string, address: string, changedAt: Date | null): string {
  const changed = changedAt === null ? '' : `<lastmod>${changedAt.toISOString()}</lastmod>`;
  return `<${name}><loc>${escapeHtml(address)}</loc>${changed}</${name}>`;
}

const document = (name: string, entries: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${NAMESPACE}">\n${entries.join('\n')}\n</${name}>\n`;
