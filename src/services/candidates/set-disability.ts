import { DisabilityProfile } from '../../entities';
import type { AccommodationKind, DisabilityKind } from '../../entities/vocabulary';
import { done, type Outcome } from '../problems';
import type { Viewer } from '../viewer';
import type { OwnDeps } from './change-own';
import { changeOwnPerson, type PersonCommand } from './own-person';

export interface SetDisability extends PersonCommand {
  /** Empty = none; null = nothing is said, and what was said is gone. */
  kinds: readonly DisabilityKind[] | null;
  accommodations: readonly AccommodationKind[];
}

/**
 * The id of the signed-in person, who alone says and reads this. It is no input of matching, so nothing is announced.
 *
 * Errors: those of `changeOwnPerson`.
 */
export const setDisability =
  (deps: OwnDeps) =>
  (viewer: Viewer, command: SetDisability): Promise<Outcome<string>> =>
    changeOwnPerson(deps, viewer, 'setDisabilityProfile', command, async (manager, { id }) => {
      const { kinds, accommodations } = command;
      await manager.delete(DisabilityProfile, { candidateId: id });
      if (kinds !== null) {
        await manager.insert(DisabilityProfile, {
          candidateId: id,
          kinds: [...kinds],
          accommodations: [...accommodations],
        });
      }
      return done(id);
    });
