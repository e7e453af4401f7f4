import { counters } from '../changes/counters';

/** The last place of the match events that are removed: a webhook that stands before it has missed some. */
export const REMOVED_UP_TO = `coalesce((SELECT seq FROM consumer_cursors WHERE name = '${counters.removedMatchEvents}'), 0)`;

/**
 * Whether row `w` of `webhooks` may deliver at `$1`: it is active, and the account that made it acts for the employer,
 * which is verified.
 */
export const ENTITLED = `w.status = 'ACTIVE'
  AND EXISTS (
    SELECT FROM memberships m JOIN employers em ON em.id = m.employer_id
    WHERE m.account_id = w.account_id AND m.employer_id = w.employer_id AND em.verification = 'VERIFIED'
      AND m.starts_at <= $1 AND (m.ends_at IS NULL OR m.ends_at > $1))`;

/** Whether row `w` of `webhooks` has something to deliver at `$1`, and nobody works at it. */
export const DUE = `${ENTITLED}
  AND (w.retry_at IS NULL OR w.retry_at <= $1)
  AND (w.claimed_until IS NULL OR w.claimed_until <= $1)
  AND (w.place < ${REMOVED_UP_TO} OR EXISTS (
    SELECT FROM match_events e WHERE e.employer_id = w.employer_id AND e.seq > w.place))`;
