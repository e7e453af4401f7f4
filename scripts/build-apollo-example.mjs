// The page of examples/apollo-client: dist/apollo-example, to be served from any origin.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { bundle } from './bundle.mjs';

/** A stored operation as the hash of its file, by which the service knows it. */
const operations = {
  name: 'operations',
  load(id) {
    if (!id.endsWith('.graphql')) return null;
    const hash = createHash('sha256').update(readFileSync(id)).digest('hex');
    return `export const hash = ${JSON.stringify(hash)};\n`;
  },
};

await bundle({
  name: 'apollo-example',
  sources: ['examples/apollo-client', 'operations/public'],
  packages: ['@apollo/client', 'graphql', 'rxjs'],
  base: './',
  plugins: [operations],
  build: { modulePreload: false },
});
