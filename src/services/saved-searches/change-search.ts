import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import { SavedSearch } from '../../entities';
import { changeOwnRow } from '../change-own-row';
import { done, type Outcome } from '../problems';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';

interface Deps {
  runAs: RunAs;
  clock: Clock;
}

/** A change of one saved search, as the client sent it. */
export interface SearchCommand {
  clientMutationId: string;
  searchId: string;
}

export interface MarkSeen extends SearchCommand {
  /** Place of the last event that was seen. */
  place: number;
}

/**
 * The id of a saved search that is gone, with its digests.
 *
 * Errors: those of `changeOwn`.
 */
export const deleteSavedSearch = (deps: Deps) => (viewer: Viewer, command: SearchCommand) =>
  changeOwn(deps, viewer, 'deleteSavedSearch', command, async (manager, { id }) => {
    await manager.delete(SavedSearch, id);
  });

/**
 * The id of a saved search that counts from a place on; one that was seen further stays there.
 *
 * Errors: those of `changeOwn`.
 */
export const markSearchSeen = (deps: Deps) => (viewer: Viewer, command: MarkSeen) =>
  changeOwn(deps, viewer, 'markSearchSeen', command, async (manager, { id, seenPlace }) => {
    const place = String(Math.max(Number(seenPlace), command.place));
    await manager.update(SavedSearch, id, { seenPlace: place });
  });

/** Errors: those of `changeOwnRow`. */
function changeOwn<C extends SearchCommand>(
  deps: Deps,
  viewer: Viewer,
  operation: string,
  command: C,
  change: (manager: EntityManager, search: SavedSearch) => Promise<void>,
): Promise<Outcome<string>> {
  const row = { operation, command, entity: SavedSearch, id: command.searchId };
  return changeOwnRow(deps, viewer, row, async (manager, search) => {
    await change(manager, search);
    return done(search.id);
  });
}
