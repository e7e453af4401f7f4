// The API explorer: GraphiQL with our examples.
import { bundle } from './bundle.mjs';

/** Packages mark React server files with "use client": without meaning in a browser bundle. */
function reportUnlessHarmless(level, log, report) {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
}

await bundle({
  name: 'explorer',
  sources: ['web/explorer'],
  packages: ['graphiql', 'graphql', 'graphql-ws', 'react', 'react-dom'],
  base: '/explorer/',
  build: { chunkSizeWarningLimit: 8_000, rolldownOptions: { onLog: reportUnlessHarmless } },
  worker: { format: 'es' },
});
