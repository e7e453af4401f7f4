import type { Clock } from '../../clock';
import type { RunAs } from '../transaction';
import { stripSnapshots } from './strip-snapshots';

/** Longer than any order shows anything. */
const RECENT_MS = 2 * 86_400_000;

/**
 * Blanks what frozen orders show of people who were erased of late, for a ranking that ran beside an erasure and was kept
 * after it; returns how many orders.
 *
 * Cost: 1 query, and those of `stripSnapshots` where somebody was erased.
 */
export const stripRecentlyErased = ({ runAs, clock }: { runAs: RunAs; clock: Clock }) =>
  runAs('system', async (manager) => {
    const since = new Date(clock.now().getTime() - RECENT_MS);
    const rows = await manager.query<{ number: number }[]>(
      'SELECT number FROM candidate_tombstones WHERE erased_at > $1',
      [since],
    );
    if (rows.length === 0) return 0;
    return stripSnapshots(manager, new Set(rows.map(({ number }) => number)));
  });
