import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { rankGolden } from './rank';
import { vacancies } from './vacancies';

// Run after an intended change of the formula: npx tsx test/golden/write.ts
for (const [name, { facts, reasons }] of Object.entries(vacancies)) {
  const text = JSON.stringify({ ...rankGolden(facts), reasons }, null, 2);
  writeFileSync(path.join(__dirname, `${name}.json`), `${text}\n`);
}
