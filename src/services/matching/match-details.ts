import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import type { MatchEvent } from '../../matches/match-event';
import type { Pair } from '../../matches/visible-rows';
import type { FactsSource } from '../../matching/facts-store';
import { sharedReads } from '../shared-reads';
import type { RunAs } from '../transaction';
import { type Showing, showingKey, showPeople } from './show-people';
import { pairKey, readStandingMatches, type StandingMatch } from './standing-matches';
import { readToldVacancies, type ToldVacancy } from './told-vacancies';

/** A withdrawn consent shows nothing more after a second; this is half of it. */
const KEPT_MS = 500;

/** What match events tell as of now, whoever is told: all who ask at one time share one read. */
export interface MatchDetails {
  /**
   * The pseudonym of the event's person; null where several are counted and for who may not be shown. Who left keeps one
   * that was given before; anybody else gets one now.
   */
  handle(event: MatchEvent): Promise<string | null>;
  /** Null for who left or no longer stands among the visible people of the vacancy, and for who may not be shown. */
  match(event: MatchEvent): Promise<StandingMatch | null>;
  /** Null for one that is no longer there. */
  vacancy(event: MatchEvent): Promise<ToldVacancy | null>;
}

interface Deps {
  readAs: RunAs;
  runAs: RunAs;
  facts: FactsSource;
  clock: Clock;
}

/** Cost: for all events of one moment 3 queries their vacancies, 3 their matches, 1 to 3 their handles. */
export function matchDetails(deps: Deps): MatchDetails {
  const { readAs, clock } = deps;
  const handles = { keyOf: showingKey, keptMs: KEPT_MS };
  const shown = sharedReads(async (showings: readonly Showing[]) => {
    const found = await showPeople(deps, showings, clock.now());
    return showings.map((showing) => found.get(showingKey(showing)) ?? null);
  }, handles);
  const known = sharedReads(
    (showings: readonly Showing[]) =>
      readAs('system', (manager) => readKnownHandles(manager, showings)),
    handles,
  );
  const matches = sharedReads((pairs: readonly Pair[]) => readStandingMatches(deps, pairs), {
    keyOf: pairKey,
    keptMs: KEPT_MS,
  });
  const vacancies = sharedReads(
    (ids: readonly string[]) => readAs('system', (manager) => readToldVacancies(manager, ids)),
    { keyOf: (id) => id, keptMs: KEPT_MS },
  );
  return {
    handle: async ({ kind, employerId, candidateId }) => {
      if (candidateId === null) return null;
      const showing = { organisationId: employerId, candidateId };
      return await (kind === 'LEFT' ? known : shown).load(showing);
    },
    match: async ({ kind, vacancyId, candidateId }) => {
      if (candidateId === null || kind === 'LEFT') return null;
      return await matches.load({ vacancyId, candidateId });
    },
    vacancy: ({ vacancyId }) => vacancies.load(vacancyId),
  };
}

/** The handles that organisations were given, in the order of the showings. */
async function readKnownHandles(
  manager: EntityManager,
  showings: readonly Showing[],
): Promise<(string | null)[]> {
  const rows = await manager.query<(Showing & { handle: string })[]>(
    `SELECT known.organisation_id AS "organisationId", known.candidate_id AS "candidateId", known.handle
     FROM unnest($1::uuid[], $2::uuid[]) AS asked (organisation_id, candidate_id)
     JOIN candidate_handles known USING (organisation_id, candidate_id)`,
    [
      showings.map(({ organisationId }) => organisationId),
      showings.map(({ candidateId }) => candidateId),
    ],
  );
  const handles = new Map(rows.map((row) => [showingKey(row), row.handle]));
  return showings.map((showing) => handles.get(showingKey(showing)) ?? null);
}
