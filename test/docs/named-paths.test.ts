import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
const FOLDERS = 'bench|bin|biome|docs|examples|migrations|operations|schema|scripts|src|test|web';
const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');
const list = (folder: string) =>
  readdirSync(path.join(ROOT, folder), { recursive: true }).map((name) => `${folder}/${name}`);

const tree = new Set([...readdirSync(ROOT), ...FOLDERS.split('|').flatMap(list)]);
const names = [...tree];
const documents = names.filter((name) =>
  /^[\w-]+\.md$|^(docs|examples|schema)\/.*\.md$/.test(name),
);
/** The area that docs/CODE.md invents to show what a new one needs. */
const INVENTED = /\/fairs?\b/;

/** Whether there is such a file or folder; `test/http/audit` also stands for `test/http/audit.e2e.test.ts`, braces and stars for any name. */
function isThere(named: string): boolean {
  const plain = named.replace(/\/$/, '');
  if (tree.has(plain)) return true;
  const parts = plain.split(/\{[^}]*\}|<[^>]*>|\*+/);
  const escaped = parts.map((part) => part.replace(/[.\\-]/g, '\\$&'));
  const pattern = new RegExp(`^${escaped.join('[^/]*')}(\\..+)?$`);
  return names.some((name) => pattern.test(name));
}

/** The anchors of a document's headings, as the sites that show Markdown make them. */
const anchorsOf = (name: string) =>
  [...read(name).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );

describe.each(documents)('%s', (document) => {
  const text = read(document);

  it('names files, folders and tests that are there', () => {
    const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
    const named = spans.flatMap(
      (span) => span.match(new RegExp(`(?<![\\w./-])(${FOLDERS})/[\\w./{},<>*-]+`, 'g')) ?? [],
    );
    expect(named.filter((name) => !INVENTED.test(name) && !isThere(name))).toEqual([]);
  });

  it('links to what is there', () => {
    const dead = [...text.matchAll(/\]\(([^)\s]+)\)/g)].filter(([, link = '']) => {
      if (/^(https?|mailto):/.test(link)) return false;
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? document : path.join(path.dirname(document), file);
      if (!tree.has(target.replace(/\/$/, ''))) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
    expect(dead.map(([link]) => link)).toEqual([]);
  });

  it('names scripts of package.json', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('the settings in docs/OPERATIONS.md', () => {
  const table = read('docs/OPERATIONS.md').split('## Settings')[1]?.split('\n\n')[0] ?? '';
  const told = [...table.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name);
  const sources = names.filter((name) => /^src\/config\/.*\.ts$/.test(name));
  const asked = sources.flatMap((name) =>
    [...read(name).matchAll(/\b(?:text|oneOf|integer|url|list|zone)\(\s*'([A-Z][A-Z_]+)'/g)].map(
      ([, setting]) => setting,
    ),
  );

  it('are those that the service reads', () => {
    expect([...new Set(told)].sort()).toEqual([...new Set(asked)].sort());
  });
});
