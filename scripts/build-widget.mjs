// The widget for pages of other sites: one script, dist/widget/padan.js, without a name of its own in the page.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bundle, root } from './bundle.mjs';

/** An operation as its text in one line and the hash of its file, by which the service knows it. */
const operations = {
  name: 'operations',
  load(id) {
    if (!id.endsWith('.graphql')) return null;
    const file = readFileSync(id, 'utf8');
    const text = file
      .replace(/^\s*#.*$/gm, '')
      .replace(/\s+/g, ' ')
      .trim();
    const hash = createHash('sha256').update(file).digest('hex');
    return `export const operation = ${JSON.stringify({ text, hash })};\n`;
  },
};

await bundle({
  name: 'widget',
  sources: [
    ...['web/widget', 'operations/public', 'migrations/data/code_labels.json'],
    ...['src/text/wage-bounds.ts', 'src/text/office-zone.ts'],
  ],
  base: '/',
  plugins: [operations],
  build: {
    target: 'es2020',
    // The style says itself, by @supports, what older browsers get.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: false,
    rolldownOptions: {
      input: path.join(root, 'web/widget/main.ts'),
      output: { format: 'iife', entryFileNames: 'padan.js' },
    },
  },
});
