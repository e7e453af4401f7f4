// Markdown of GraphQL-Markdown → a page of the reference.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Marked } from 'marked';

// Directives have no page of their own: those of the public schema are GraphQL's.
const DIRECTIVE = /\[`\w+`\]\(\/[\w/]+\/directives\/[\w-]+\) +\*directive\*(?: · )?/g;
const ANCHOR = / ?\\?\{#([\w-]+)\\?\} *$/;
const escapeMarkup = (text) => text.replace(/[&<>]/g, (c) => `&#${c.codePointAt(0)};`);
const marked = new Marked({
  async: false,
  gfm: true,
  renderer: {
    // A block that scrolls must be reached without a mouse.
    code({ text }) {
      return `<pre tabindex="0"><code>${escapeMarkup(text)}</code></pre>\n`;
    },
    // The title of the page is the only heading of the first rank.
    heading({ tokens, depth }) {
      const text = this.parser.parseInline(tokens);
      const id = ANCHOR.exec(text)?.[1];
      const rank = depth - 1;
      return `<h${rank}${id ? ` id="${id}"` : ''}>${text.replace(ANCHOR, '')}</h${rank}>\n`;
    },
  },
});

/** The text of our example for a query; null where there is none. */
function exampleOf(address, folder) {
  const [kind, name] = address.split('/').slice(-2);
  const file = path.join(folder, `${name}.graphql`);
  return kind === 'queries' && existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/** A page of the reference, as src/http/pages/reference/reference-pages.ts reads it. */
export function toPage({ path: address, markdown }, examples) {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? address.split('/').at(-1);
  const body = markdown
    .replace(/^# .+$/m, '')
    .replace(DIRECTIVE, '')
    .trim();
  // The first paragraph stands above the page.
  const [first = ''] = body.split('\n', 1);
  const summary = first.replaceAll('`', '');
  const example = exampleOf(address, examples);
  return { path: address, title, summary, html: marked.parse(body.slice(first.length)), example };
}
