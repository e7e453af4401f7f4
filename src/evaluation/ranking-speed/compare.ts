import { isDeepStrictEqual } from 'node:util';
import type { CandidateFacts } from '../../matching/core/facts';
import { rankSlots } from '../../matching/slots/rank-slots';
import { expectRanking } from '../oracle';
import { BARS, hold, type SpeedLine } from './lines';
import { compileIn, FIRST, outline, type Prepared } from './prepared';
import { round, stopwatch } from './times';
import { REACHES, type Reach } from './world';

/** Of so many vacancies, one is compared to its last place. */
const ONE_WHOLE_IN = 20;

/**
 * The scan against the formula, read a second time (`oracle`) over people invented anew: nothing is shared but the facts.
 *
 * Shape: of each vacancy all totals and the first places: person, rank, ties, score, verdict; of some every place.
 */
export function* compareWithOracle(
  prepared: Prepared,
  compared: number,
  plain: readonly CandidateFacts[],
): Generator<SpeedLine> {
  const { taxonomy } = prepared.size;
  for (const reach of compared > 0 ? REACHES : []) {
    const line = { taxonomy, what: 'scan against the formula', reach };
    const found = compareReach(prepared, reach, compared, plain);
    yield hold({ ...line, ...found }, BARS.differences);
  }
}

function compareReach(
  { world, people, vacancies }: Prepared,
  reach: Reach,
  compared: number,
  plain: readonly CandidateFacts[],
) {
  const watch = stopwatch();
  const drawn = vacancies[reach].slice(0, compared);
  let differences = 0;
  let eligible = 0;
  for (const [at, facts] of drawn.entries()) {
    const first = at % ONE_WHOLE_IN === 0 ? plain.length : FIRST;
    const expected = expectRanking(world.rules, facts, plain, first);
    const found = rankSlots(people, compileIn(world, facts), { first });
    if (!isSame(outline(found), expected)) differences += 1;
    eligible += expected.eligible;
  }
  return {
    vacancies: drawn.length,
    wholeOrders: Math.ceil(drawn.length / ONE_WHOLE_IN),
    eligibleShare: round(eligible / Math.max(1, drawn.length * plain.length)),
    differences,
    seconds: round(watch() / 1_000),
  };
}

function isSame(
  found: ReturnType<typeof outline>,
  expected: ReturnType<typeof expectRanking>,
): boolean {
  const rows = expected.rows.map(({ person, scoreBp, verdict, rank, tiedWith }) => ({
    ...{ person, scoreBp, verdict, rank, tiedWith },
  }));
  return isDeepStrictEqual(found, { ...expected, rows });
}
