import { type PolledPage, type PollRequest, pageLog } from '../../changes/page-log';
import type { MatchEvent } from '../../matches/match-event';
import type { MatchTail } from '../../matches/match-log';
import type { Viewer } from '../viewer';
import { type MatchesAsked, type MatchViewDeps, openMatchView } from './match-view';

/**
 * The first match events of the viewer's vacancies behind a place: the same as `followMatches` gives.
 *
 * Errors: those of `openMatchView`.
 */
export const listMatches =
  (deps: MatchViewDeps & { matchTail: Pick<MatchTail, 'source'> }) =>
  async (
    viewer: Viewer,
    { vacancyIds, minVerdict, ...request }: MatchesAsked & PollRequest,
  ): Promise<PolledPage<MatchEvent>> => {
    const view = await openMatchView(deps, viewer, { vacancyIds, minVerdict });
    return pageLog(deps.matchTail.source, view, request);
  };
