import { type Html, html } from '../layout/html';
import { type SearchRequest, searchAddress } from './search-request';

/** Where a search is as a feed. */
export function renderFeedLinks(search: SearchRequest, title: string): Html {
  return html`<link rel="alternate" type="application/atom+xml" title="${title} (Atom)" href="${searchAddress(search, {}, '/lowongan.atom')}">
<link rel="alternate" type="application/rss+xml" title="${title} (RSS)" href="${searchAddress(search, {}, '/lowongan.rss')}">`;
}

/** Where a page says how it is embedded, for the portal that led to it. Source: oEmbed 1.0, section 4. */
export function renderOembedLinks(pageUrl: string, title: string): Html {
  const [origin = ''] = /^https?:\/\/[^/]+/.exec(pageUrl) ?? [];
  const link = (format: 'json' | 'xml', type: string) => {
    const address = `${origin}/oembed?${new URLSearchParams({ url: pageUrl, format })}`;
    return html`<link rel="alternate" type="${type}" href="${address}" title="${title}">`;
  };
  return html`${link('json', 'application/json+oembed')}
${link('xml', 'text/xml+oembed')}`;
}
