import { type EntityManager, In } from 'typeorm';
import { Occupation, WorkExperience } from '../../entities';
import { officeDay } from '../../text/office-day';
import { isPlainText } from '../plain-text';
import { done, type Outcome, type Problem, problem, refused } from '../problems';
import type { Viewer } from '../viewer';
import type { OwnDeps } from './change-own';
import { changeOwnPerson, checkVersion, type VersionedCommand, writePerson } from './own-person';
import { profileLimits } from './profile';

/** Work that somebody did; null = not stated, and of `to` that it goes on. */
export interface WorkDraft {
  title: string;
  occupationId: string | null;
  employerName: string | null;
  from: string;
  to: string | null;
}

export interface ReplaceWork extends VersionedCommand {
  works: readonly WorkDraft[];
}

/**
 * The id of the signed-in person, who did this work and no other.
 *
 * Errors: CONFLICT; those of `changeOwnPerson`. Problems: TEXT_INVALID, DATE_INVALID, UNKNOWN_REFERENCE.
 */
export const replaceWork =
  (deps: OwnDeps) =>
  (viewer: Viewer, command: ReplaceWork): Promise<Outcome<string>> =>
    changeOwnPerson(deps, viewer, 'replaceWork', command, async (manager, person, at) => {
      checkVersion(person, command);
      const { works } = command;
      const problems = works.flatMap((work, index) => checkWork(work, index, officeDay(at)));
      problems.push(...(await checkOccupations(manager, works)));
      if (problems.length > 0) return refused(problems);
      await manager.delete(WorkExperience, { candidateId: person.id });
      if (works.length > 0) {
        await manager.insert(
          WorkExperience,
          works.map((work) => toRow(person.id, work)),
        );
      }
      await writePerson(manager, person, 'candidate.updated', {}, at);
      return done(person.id);
    });

function checkWork({ title, employerName, from, to }: WorkDraft, at: number, today: string) {
  const max = profileLimits.nameLength;
  const field = (name: string) => `workExperiences.${at}.${name}`;
  const isWrongEnd = to !== null && (to < from || to > today);
  return [
    ...(isPlainText(title, max) ? [] : [problem('TEXT_INVALID', field('title'), { max })]),
    ...(employerName === null || isPlainText(employerName, max)
      ? []
      : [problem('TEXT_INVALID', field('employerName'), { max })]),
    ...(from > today ? [problem('DATE_INVALID', field('from'))] : []),
    ...(isWrongEnd ? [problem('DATE_INVALID', field('to'))] : []),
  ];
}

async function checkOccupations(
  manager: EntityManager,
  works: readonly WorkDraft[],
): Promise<Problem[]> {
  const ids = works.flatMap(({ occupationId }) => occupationId ?? []);
  if (ids.length === 0) return [];
  const found = await manager.find(Occupation, {
    select: { id: true },
    where: { id: In(ids), status: 'ACTIVE' },
  });
  const known = new Set(found.map(({ id }) => id));
  return works.flatMap(({ occupationId }, index) =>
    occupationId === null || known.has(occupationId)
      ? []
      : [problem('UNKNOWN_REFERENCE', `workExperiences.${index}.occupationId`)],
  );
}

const toRow = (candidateId: string, { title, employerName, ...work }: WorkDraft) => ({
  candidateId,
  title: title.trim(),
  occupationId: work.occupationId,
  employerName: employerName?.trim() ?? null,
  startedOn: work.from,
  endedOn: work.to,
});
