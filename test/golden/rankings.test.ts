import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rankGolden } from './rank';
import { vacancies } from './vacancies';

describe.each(Object.entries(vacancies))('the golden ranking for %s', (name, golden) => {
  const ranked = rankGolden(golden.facts);
  const places = ranked.ranking.map(({ person }) => person);

  it('is the committed one; after an intended change run test/golden/write.ts and review the diff', () => {
    const committed: unknown = JSON.parse(
      readFileSync(path.join(__dirname, `${name}.json`), 'utf8'),
    );
    expect({ ...ranked, reasons: golden.reasons }).toEqual(committed);
  });

  test.each(golden.reasons)('puts "$before" before "$after": $because', ({ before, after }) => {
    expect(places).toContain(before);
    const follower = places.indexOf(after);
    expect(follower === -1 || places.indexOf(before) < follower).toBe(true);
  });
});
