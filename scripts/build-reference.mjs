// The reference of the public API, in dist/reference/pages.json: a page for each operation and type of schema/public.graphql,
// made by GraphQL-Markdown, with our examples; nothing is done when it is up to date.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const schema = path.join(root, 'schema/public.graphql');
const examples = path.join(root, 'examples/queries');
const target = path.join(root, 'dist/reference');
const scripts = ['build-reference.mjs', 'reference/formatter.cjs', 'reference/to-page.mjs'];

function fingerprint() {
  const hash = createHash('sha256');
  const files = readdirSync(examples)
    .sort()
    .map((name) => path.join(examples, name));
  for (const file of [
    schema,
    ...files,
    ...scripts.map((name) => path.join(root, 'scripts', name)),
  ]) {
    hash.update(path.basename(file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Markdown files by their addresses below /referensi. */
async function generate() {
  const { runGraphQLMarkdown } = (await import('@graphql-markdown/cli')).default;
  const folder = mkdtempSync(path.join(tmpdir(), 'padan-reference-'));
  try {
    await runGraphQLMarkdown(
      {
        id: 'default',
        schema,
        rootPath: folder,
        baseURL: 'referensi',
        linkRoot: '/',
        homepage: false,
        diffMethod: 'NONE',
        formatter: path.join(root, 'scripts/reference/formatter.cjs'),
        loaders: { GraphQLFileLoader: '@graphql-tools/graphql-file-loader' },
        tmpDir: path.join(folder, 'tmp'),
        printTypeOptions: { parentTypePrefix: false, typeBadges: false },
      },
      {},
      path.join(root, 'scripts/reference/quiet-log.cjs'),
    );
    const pages = path.join(folder, 'referensi');
    return readdirSync(pages, { recursive: true })
      .filter((name) => /\.mdx?$/.test(name) && !name.includes('directives/'))
      .sort()
      .map((name) => ({
        path: name.replace(/\.mdx?$/, ''),
        markdown: readFileSync(path.join(pages, name), 'utf8'),
      }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const stampFile = path.join(target, '.stamp');
const wanted = fingerprint();
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== wanted) {
  const { toPage } = await import('./reference/to-page.mjs');
  const pages = (await generate()).map((page) => toPage(page, examples));
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, 'pages.json'), JSON.stringify(pages));
  writeFileSync(stampFile, wanted);
  process.stdout.write(`Built the reference in ${path.relative(root, target)}\n`);
}
