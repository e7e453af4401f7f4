import type { EntityManager } from 'typeorm';
import { Employer, Vacancy } from '../../entities';
import { type ConsentPurpose, sharingPurposes } from '../../entities/vocabulary';
import { errors, reasons } from '../../errors';
import { changeOwnRecord, type OwnDeps } from '../candidates/change-own';
import { guardianProblems } from '../candidates/guardian';
import { done, type Outcome, type Problem, problem, refused } from '../problems';
import type { Viewer } from '../viewer';
import { recordConsent } from './ledger';
import { currentText } from './texts';

/** How long an employer may see who somebody is, and the longest that a person can choose. Source: our choice. */
const SHARING_DAYS = 90;
const MOST_SHARING_DAYS = 180;
const DAY_MS = 86_400_000;

export interface GrantConsent {
  clientMutationId: string;
  purpose: ConsentPurpose;
  employerId: string | null;
  vacancyId: string | null;
  expiresAt: Date | null;
  textVersion: string;
}

/**
 * The id of a consent of the signed-in person.
 *
 * Sharing ends after 90 days unless the person says otherwise; everything else lives until it is withdrawn.
 * Errors: those of `changeOwnRecord`; NOT_FOUND for an employer or vacancy that the person does not see;
 * BAD_USER_INPUT for a scope or time that does not fit the purpose. Problems: CONSENT_TEXT_OUTDATED,
 * GUARDIAN_CONSENT_REQUIRED.
 */
export const grantConsent =
  (deps: OwnDeps) =>
  (viewer: Viewer, command: GrantConsent): Promise<Outcome<string>> =>
    changeOwnRecord(deps, viewer, 'grantConsent', command, async (manager, { id }, at) => {
      const { purpose, textVersion } = command;
      const problems = [
        ...textProblems(purpose, textVersion, 'textVersion'),
        ...(await guardianProblems(manager, id, at)),
      ];
      if (problems.length > 0) return refused(problems);
      const scope = await findScope(manager, command);
      const expiresAt = endOf(command, at);
      return done(
        await recordConsent(manager, {
          ...{ candidateId: id, purpose, ...scope, textVersion, expiresAt, at },
          channel: 'SELF',
        }),
      );
    });

/** The problem that somebody agreed to words that are no longer in use; none when they are. */
export const textProblems = (purpose: ConsentPurpose, version: string, path: string): Problem[] =>
  currentText(purpose).version === version
    ? []
    : [problem('CONSENT_TEXT_OUTDATED', path, { version: currentText(purpose).version })];

const isSharing = (purpose: ConsentPurpose) =>
  (sharingPurposes as readonly ConsentPurpose[]).includes(purpose);

async function findScope(
  manager: EntityManager,
  { purpose, employerId, vacancyId }: GrantConsent,
): Promise<{ employerId: string | null; vacancyId: string | null }> {
  if (!isSharing(purpose)) {
    if (employerId !== null) throw errors.input.invalid('input.employerId', reasons.namesNobody);
    if (vacancyId !== null) throw errors.input.invalid('input.vacancyId', reasons.namesNobody);
    return { employerId, vacancyId };
  }
  if (vacancyId !== null) {
    const vacancy = await manager.findOneBy(Vacancy, { id: vacancyId });
    if (vacancy === null || (employerId ?? vacancy.employerId) !== vacancy.employerId) {
      throw errors.object.notFound('vacancyId');
    }
    return { employerId: vacancy.employerId, vacancyId };
  }
  if (employerId === null) throw errors.input.invalid('input.employerId', reasons.namesAnEmployer);
  if (!(await manager.existsBy(Employer, { id: employerId }))) {
    throw errors.object.notFound('employerId');
  }
  return { employerId, vacancyId };
}

function endOf({ purpose, expiresAt }: GrantConsent, at: Date): Date | null {
  if (expiresAt === null) return isSharing(purpose) ? sharingEnd(at) : null;
  const ahead = expiresAt.getTime() - at.getTime();
  if (purpose === 'MATCHING' || ahead <= 0 || ahead > MOST_SHARING_DAYS * DAY_MS) {
    throw errors.input.invalid('input.expiresAt', reasons.consentEnd);
  }
  return expiresAt;
}

/** When a consent to share that is given at `at` ends by itself. */
export const sharingEnd = (at: Date): Date => new Date(at.getTime() + SHARING_DAYS * DAY_MS);
