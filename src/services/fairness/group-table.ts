import { LEAST_TOLD } from '../matching/guarded-count';
import { type Draw, roundCount } from './round-counts';

/** The group of those of whom the attribute is not known. */
export const UNKNOWN_GROUP = 'UNKNOWN';

/** What is counted of a group. One person may be considered in several orders. */
export interface GroupCount {
  readonly group: string;
  readonly considered: number;
  readonly selected: number;
  /** Different people, in all; selected at least once; not selected at least once. */
  readonly people: number;
  readonly peopleSelected: number;
  readonly peopleRejected: number;
}

/** What may be told of a group; null = hidden, so that no person can be found out. */
export interface GroupOutcome {
  readonly group: string;
  readonly considered: number | null;
  readonly selected: number | null;
  /** Selected of 10,000 considered; null also for a group of nobody. */
  readonly selectionRateBp: number | null;
  /** Its rate, of 10,000 of the highest one. */
  readonly impactRatioBp: number | null;
  /** Whether the difference to the highest rate is more than chance would make. */
  readonly isSignificant: boolean | null;
  readonly isSuppressed: boolean;
}

/** Two-sided, 5 %. Source: Hazelwood School District v. United States, 433 U.S. 299 (1977), note 14. */
const SIGNIFICANT_Z = 1.96;

/**
 * The table that may be told, or null when even the least of it would give somebody away (I15).
 *
 * A row is open when at least five different people of the group were selected and five were not, or when the group is
 * empty. The others are hidden, and with them as many open ones, smallest first, until those hidden are at least two
 * groups with five selected, five not selected and five people more than there are groups among them: whoever knows
 * all totals learns of the hidden ones no more than these sums. What is told is rounded to multiples of five by `draw`, and
 * rates, ratios and significance follow from the rounded counts alone.
 *
 * Unit: basis points, rounded down. Ties: by name of the group. Cost: O(n²) for n groups.
 */
export function publishGroups(counts: readonly GroupCount[], draw: Draw): GroupOutcome[] | null {
  const rows = [...counts].sort((a, b) => (a.group < b.group ? -1 : 1));
  const hidden = rows.filter((row) => !isOpen(row));
  const spare = rows
    .filter((row) => isOpen(row) && row.people > 0)
    .sort((a, b) => a.people - b.people);
  while (hidden.length > 0 && !isSafe(hidden)) {
    const next = spare.shift();
    if (next === undefined) return null;
    hidden.push(next);
  }
  const open = new Map(
    rows.filter((row) => !hidden.includes(row)).map((row) => [row.group, roundRow(row, draw)]),
  );
  const best = highestRate([...open.values()]);
  return rows.map(({ group }) => {
    const row = open.get(group);
    return row === undefined ? { ...HIDDEN, group } : tell(row, best);
  });
}

const isOpen = ({ people, peopleSelected, peopleRejected }: GroupCount) =>
  people === 0 || (peopleSelected >= LEAST_TOLD && peopleRejected >= LEAST_TOLD);

type RoundedRow = Pick<GroupCount, 'group' | 'considered' | 'selected'>;

function roundRow({ group, considered, selected }: GroupCount, draw: Draw): RoundedRow {
  const all = roundCount(considered, draw(group, 'considered', considered));
  const some = roundCount(selected, draw(group, 'selected', selected));
  return { group, considered: all, selected: Math.min(all, some) };
}

function isSafe(hidden: readonly GroupCount[]): boolean {
  const sum = (of: (row: GroupCount) => number) => hidden.reduce((all, row) => all + of(row), 0);
  return (
    hidden.length > 1 &&
    sum((row) => row.peopleSelected) >= LEAST_TOLD &&
    sum((row) => row.peopleRejected) >= LEAST_TOLD &&
    sum((row) => row.people) >= LEAST_TOLD + hidden.length
  );
}

/** The known group with the highest rate: those of whom nothing is known are no yardstick. */
function highestRate(open: readonly RoundedRow[]): RoundedRow | null {
  const known = open.filter(({ group, considered }) => group !== UNKNOWN_GROUP && considered > 0);
  return known.reduce<RoundedRow | null>(
    (best, row) =>
      best === null || row.selected * best.considered > best.selected * row.considered ? row : best,
    null,
  );
}

const HIDDEN = {
  considered: null,
  selected: null,
  selectionRateBp: null,
  impactRatioBp: null,
  isSignificant: null,
  isSuppressed: true,
} as const;

function tell(row: RoundedRow, best: RoundedRow | null): GroupOutcome {
  const { group, considered, selected } = row;
  const isEmpty = considered === 0;
  const isCompared = !isEmpty && best !== null;
  return {
    group,
    considered,
    selected,
    selectionRateBp: isEmpty ? null : Math.floor((selected * 10_000) / considered),
    impactRatioBp: isCompared
      ? Math.floor((selected * best.considered * 10_000) / (considered * best.selected))
      : null,
    isSignificant: isCompared ? differs(row, best) : null,
    isSuppressed: false,
  };
}

/** Pooled two-proportion test. */
function differs(row: RoundedRow, best: RoundedRow): boolean {
  const share = (row.selected + best.selected) / (row.considered + best.considered);
  const variance = share * (1 - share) * (1 / row.considered + 1 / best.considered);
  const gap = best.selected / best.considered - row.selected / row.considered;
  return variance > 0 && gap / Math.sqrt(variance) > SIGNIFICANT_Z;
}
