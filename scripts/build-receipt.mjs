// The script of the page that checks a receipt: the matching core itself, and what shows its findings.
import path from 'node:path';
import { bundle, root } from './bundle.mjs';

await bundle({
  name: 'receipt',
  sources: ['web/receipt', 'src/matching/core', 'src/http/pages/receipt'],
  base: '/periksa/',
  build: {
    modulePreload: false,
    rolldownOptions: {
      input: path.join(root, 'web/receipt/main.ts'),
      output: { entryFileNames: 'assets/receipt-[hash].js' },
    },
  },
});
