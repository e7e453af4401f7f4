import { officeDay } from '../../text/office-day';
import { done, type Outcome, refused } from '../problems';
import type { Viewer } from '../viewer';
import type { OwnDeps } from './change-own';
import { checkRegions } from './check-regions';
import { changeOwnPerson, checkVersion, type VersionedCommand, writePerson } from './own-person';
import { checkProfile, type ProfileDraft, profileColumns } from './profile';

export interface UpdateProfile extends VersionedCommand {
  profile: ProfileDraft;
}

/**
 * The id of the signed-in person, who says all this anew.
 *
 * Errors: CONFLICT; those of `changeOwnPerson`. Problems: those of `checkProfile`, UNKNOWN_REFERENCE.
 */
export const updateProfile =
  (deps: OwnDeps) =>
  (viewer: Viewer, command: UpdateProfile): Promise<Outcome<string>> =>
    changeOwnPerson(deps, viewer, 'updateProfile', command, async (manager, person, at) => {
      checkVersion(person, command);
      const { profile } = command;
      const problems = checkProfile(profile, officeDay(at));
      problems.push(...(await checkRegions(manager, profile)));
      if (problems.length > 0) return refused(problems);
      await writePerson(manager, person, 'candidate.updated', profileColumns(profile), at);
      return done(person.id);
    });
