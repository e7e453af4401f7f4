import { followLog, type StreamItem } from '../../changes/follow-log';
import type { CursorPlace } from '../../changes/log-start';
import type { MatchEvent } from '../../matches/match-event';
import type { MatchTail } from '../../matches/match-log';
import type { Viewer } from '../viewer';
import { type MatchesAsked, type MatchViewDeps, openMatchView } from './match-view';

export interface FollowMatchesRequest extends MatchesAsked {
  /** Null = from now on. */
  readonly after: CursorPlace | null;
}

/**
 * The match events of the viewer's vacancies behind a place, until the signal aborts.
 *
 * Errors: those of `openMatchView`, before the first item; ReaderTooSlow.
 */
export const followMatches =
  (deps: MatchViewDeps & { matchTail: MatchTail }) =>
  async (
    viewer: Viewer,
    { after, ...asked }: FollowMatchesRequest,
    signal: AbortSignal,
  ): Promise<AsyncGenerator<StreamItem<MatchEvent>>> => {
    const view = await openMatchView(deps, viewer, asked);
    return followLog(deps.matchTail, view, { after, signal, now: () => deps.clock.now() });
  };
