import { inLanguage, type Lang } from '../layout/lang';
import { cardFrame } from '../vacancy/card-frame';

/** What portals copy, complete and ready to run. */
export interface Snippets {
  widget: string;
  colours: string;
  policy: string;
  /** Null while there is no vacancy to show. */
  frame: string | null;
  feeds: string;
  curl: string;
  snapshot: string;
  changes: string;
}

export interface SnippetParts {
  /** Of the service, as in `https://kerja.example.go.id`. */
  origin: string;
  lang: Lang;
  /** Name in an address of an open vacancy; null = there is none. */
  slug: string | null;
  /** Text of the link inside the widget. */
  allVacancies: string;
  frameTitle: string;
}

const CURL_QUERY =
  '{ vacancies(first: 5, filter: { q: "tukng las" }) { totalCount edges { node { title url } } } }';
const SNAPSHOT_QUERY = '{ vacancySnapshot { url sha256 count resumeFrom } }';
const CHANGES_QUERY =
  '{ vacancyChanges(first: 20) { edges { cursor node { kind vacancyId record } } pageInfo { endCursor hasNextPage } } }';

export function makeSnippets({ origin, lang, slug, ...texts }: SnippetParts): Snippets {
  return {
    widget: `<script src="${origin}/padan.js" defer></script>
<padan-vacancies region="72.71" query="las">
  <a href="${origin}${inLanguage('/lowongan', lang)}">${texts.allVacancies}</a>
</padan-vacancies>`,
    colours: `padan-vacancies {
  --padan-accent: #7a1f2b;
  --padan-on-accent: #fff;
  --padan-background: #fff;
  --padan-radius: 0.4rem;
}`,
    policy: `Content-Security-Policy: script-src ${origin}; connect-src ${origin}`,
    frame:
      slug &&
      cardFrame({
        url: `${origin}${inLanguage(`/lowongan/${slug}/kartu`, lang)}`,
        title: texts.frameTitle,
      }),
    feeds: `${origin}/lowongan.atom?q=las&wilayah=72.71
${origin}/lowongan.rss?q=las&wilayah=72.71`,
    curl: curl(origin, CURL_QUERY),
    snapshot: curl(origin, SNAPSHOT_QUERY),
    changes: curl(origin, CHANGES_QUERY),
  };
}

const curl = (origin: string, query: string) => `curl -G ${origin}/graphql \\
  --data-urlencode 'query=${query}'`;
