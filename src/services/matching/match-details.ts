import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import type { MatchEvent } from '../../matches/match-event';
import type { FactsSource } from '../../matching/facts-store';
import { sharedReads } from '../shared-reads';
import type { RunAs } from '../transaction';
import { type Showing, showingKey, showPeople } from './show-people';
import { pairKey, readStandingMatches, type StandingMatch } from './standing-matches';
import { readToldVacancies, type ToldVacancy } from './told-vacancies';

/** Long enough for a thousand who are told of one event; a withdrawn consent shows nothing more after it. */
const KEPT_MS = 200;
/** An event that was written so long ago changes nothing that was not read yet. */
const NEW_MS = 10_000;
/** A reader takes one event after the other: each for itself would cost the way to the database and back. */
const READ_AHEAD = 50;

/** What match events tell as of now, whoever is told: all who ask at one time share one read. */
export interface MatchDetails {
  /** Says that these are told one after the other: what is read of one is read of the next ones too. */
  expect(events: readonly MatchEvent[]): void;
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

/** An event of one person. */
type PersonEvent = MatchEvent & { readonly candidateId: string };

/** Cost: for all events of one moment 3 queries their vacancies, 3 their matches, 1 to 3 their handles. */
export function matchDetails(deps: Deps): MatchDetails {
  const { readAs, clock } = deps;
  /** What a new event is told with was read after the event; old ones share what was read of the same. */
  const keyedBy = <E extends MatchEvent>(nameOf: (event: E) => string) => ({
    keyOf: (event: E) => {
      const isNew = clock.now().getTime() - event.at.getTime() < NEW_MS;
      return isNew ? `${nameOf(event)} ${event.seq}` : nameOf(event);
    },
    keptMs: KEPT_MS,
  });
  const byShowing = keyedBy((event: PersonEvent) => showingKey(showingOf(event)));
  const shown = sharedReads(async (events: readonly PersonEvent[]) => {
    const showings = events.map(showingOf);
    const found = await showPeople(deps, showings, clock.now());
    return showings.map((showing) => found.get(showingKey(showing))?.handle ?? null);
  }, byShowing);
  const known = sharedReads(
    (events: readonly PersonEvent[]) =>
      readAs('system', (manager) => readKnownHandles(manager, events.map(showingOf))),
    byShowing,
  );
  const matches = sharedReads(
    (events: readonly PersonEvent[]) => readStandingMatches(deps, events),
    keyedBy((event: PersonEvent) => pairKey(event)),
  );
  const vacancies = sharedReads(
    (events: readonly MatchEvent[]) =>
      readAs('system', (manager) =>
        readToldVacancies(
          manager,
          events.map(({ vacancyId }) => vacancyId),
        ),
      ),
    keyedBy(({ vacancyId }) => vacancyId),
  );
  const expected = new WeakMap<MatchEvent, { events: readonly MatchEvent[]; at: number }>();
  const nextOf = (event: MatchEvent) => {
    const { events, at } = expected.get(event) ?? { events: [], at: 0 };
    return events.slice(at + 1, at + 1 + READ_AHEAD);
  };
  return {
    expect: (events) => {
      for (const [at, event] of events.entries()) expected.set(event, { events, at });
    },
    handle: async (event) => {
      if (hasLeft(event)) return await known.load(event, () => nextOf(event).filter(hasLeft));
      return isThere(event) ? await shown.load(event, () => nextOf(event).filter(isThere)) : null;
    },
    match: async (event) =>
      isThere(event) ? await matches.load(event, () => nextOf(event).filter(isThere)) : null,
    vacancy: (event) => vacancies.load(event, () => nextOf(event)),
  };
}

const hasLeft = (event: MatchEvent): event is PersonEvent =>
  event.candidateId !== null && event.kind === 'LEFT';
const isThere = (event: MatchEvent): event is PersonEvent =>
  event.candidateId !== null && event.kind !== 'LEFT';

const showingOf = ({ employerId, candidateId }: PersonEvent): Showing => ({
  organisationId: employerId,
  candidateId,
});

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
