import { In } from 'typeorm';
import { CandidateCompetency } from '../../entities';
import { officeDay } from '../../text/office-day';
import { done, type Outcome, refused } from '../problems';
import type { Viewer } from '../viewer';
import type { OwnDeps } from './change-own';
import { type Claim, checkClaims, writeClaims } from './claims';
import { changeOwnPerson, type PersonCommand, writePerson } from './own-person';

export interface ConfirmCompetencies extends PersonCommand {
  items: readonly Claim[];
}

/**
 * The id of the signed-in person, who says that they can do this.
 *
 * Errors: those of `changeOwnPerson`. Problems: those of `checkClaims`.
 */
export const confirmCompetencies =
  (deps: OwnDeps) =>
  (viewer: Viewer, command: ConfirmCompetencies): Promise<Outcome<string>> =>
    changeOwnPerson(deps, viewer, 'confirmCompetencies', command, async (manager, person, at) => {
      const { items } = command;
      const problems = await checkClaims(manager, person.id, items, officeDay(at));
      if (problems.length > 0) return refused(problems);
      await writeClaims(manager, person.id, items, 'SELF_DECLARED');
      await writePerson(manager, person, 'candidate.competency_confirmed', {}, at);
      return done(person.id);
    });

export interface RemoveCompetencies extends PersonCommand {
  competencyIds: readonly string[];
}

/**
 * The id of the signed-in person, who holds these competencies no more; what was not held stays so.
 *
 * Errors: those of `changeOwnPerson`.
 */
export const removeCompetencies =
  (deps: OwnDeps) =>
  (viewer: Viewer, command: RemoveCompetencies): Promise<Outcome<string>> =>
    changeOwnPerson(deps, viewer, 'removeCompetencies', command, async (manager, person, at) => {
      const { affected } = await manager.delete(CandidateCompetency, {
        candidateId: person.id,
        competencyId: In([...command.competencyIds]),
      });
      if (affected) await writePerson(manager, person, 'candidate.updated', {}, at);
      return done(person.id);
    });
