import { passesSql } from '../../matches/wanted-events';

/**
 * Whether row `e` of `match_events` belongs to row `s` of `saved_searches` at `$1`: an event of an employer that the
 * account acts for now, which passes the filter.
 */
export const BELONGS = `e.employer_id IN (
    SELECT m.employer_id FROM memberships m
    WHERE m.account_id = s.account_id AND (s.employer_id IS NULL OR m.employer_id = s.employer_id)
      AND m.starts_at <= $1 AND (m.ends_at IS NULL OR m.ends_at > $1))
  AND ${passesSql('s.vacancy_ids', 's.min_verdict')}`;
