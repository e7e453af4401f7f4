// Bundles the scoring core for a page into the folder that is named: node bundle.mjs FOLDER
import path from 'node:path';
import { build } from 'vite';

const folder = import.meta.dirname;
await build({
  root: folder,
  configFile: false,
  logLevel: 'warn',
  build: {
    outDir: process.argv[2],
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: path.join(folder, 'page-entry.ts'),
      output: { entryFileNames: 'core.js' },
    },
  },
});
