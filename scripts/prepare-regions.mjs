// Writes migrations/data/regions.tsv from the npm package idn-area-data: node scripts/prepare-regions.mjs
// One line a region, code and name apart by a tab, in code order; level and parent follow from the code.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

const root = new URL('..', import.meta.url);
const read = (table) =>
  parse(fs.readFileSync(new URL(`node_modules/idn-area-data/data/${table}.csv`, root), 'utf8'), {
    columns: true,
  });

const regions = ['provinces', 'regencies', 'districts', 'villages'].flatMap(read);
const codes = new Set(regions.map(({ code }) => code));
for (const { code, name } of regions) {
  const parent = code.slice(0, code.lastIndexOf('.'));
  if (code.includes('.') && !codes.has(parent)) throw new Error(`${code} has no parent`);
  if (/[\t\n\\]/.test(name) || name !== name.trim()) throw new Error(`${code} has an odd name`);
}
if (codes.size !== regions.length) throw new Error('A code stands twice');

regions.sort((a, b) => (a.code < b.code ? -1 : 1));
const file = fileURLToPath(new URL('migrations/data/regions.tsv', root));
fs.writeFileSync(file, regions.map(({ code, name }) => `${code}\t${name}\n`).join(''));
process.stdout.write(`${regions.length} regions written to ${file}\n`);
