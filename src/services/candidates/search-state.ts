import type { CandidateStatus } from '../../entities/vocabulary';
import { officeDay } from '../../text/office-day';
import { done, type Outcome, problem, refused } from '../problems';
import type { Viewer } from '../viewer';
import type { OwnDeps } from './change-own';
import { changeOwnPerson, type PersonCommand, writePerson } from './own-person';
import { ADULT_YEARS, isMinor } from './profile';

/** Who does not confirm for so many days is out of rankings. Source: the half-yearly report of the AK/I card, Permenaker 39/2016. */
const CONFIRMED_DAYS = 180;

const DAY_MS = 86_400_000;

/** The last day on which a search holds that was confirmed on this one. */
export const reconfirmDueOn = (confirmedOn: string): string => addDays(confirmedOn, CONFIRMED_DAYS);

/** Searches confirmed before this day have run out. */
export const runOutBefore = (today: string): string => addDays(today, -CONFIRMED_DAYS);

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 'yyyy-mm-dd'.length);

const RECONFIRMED: readonly CandidateStatus[] = ['DRAFT', 'ACTIVE', 'DORMANT'];
const PAUSED: readonly CandidateStatus[] = ['ACTIVE', 'DORMANT'];

/**
 * The id of the signed-in person, who looks for work for another 180 days.
 *
 * Errors: those of `changeOwnPerson`. Problems: SEARCH_STATE_NOT_ALLOWED, GUARDIAN_CONSENT_REQUIRED.
 */
export const reconfirmSearch =
  (deps: OwnDeps) =>
  (viewer: Viewer, command: PersonCommand): Promise<Outcome<string>> =>
    changeOwnPerson(deps, viewer, 'reconfirmJobSearch', command, async (manager, person, at) => {
      const { status, birthDate } = person;
      const today = officeDay(at);
      if (!RECONFIRMED.includes(status)) return refusedIn(status);
      if (status !== 'ACTIVE' && isMinor(birthDate, today)) {
        return refused([problem('GUARDIAN_CONSENT_REQUIRED', 'birthDate', { years: ADULT_YEARS })]);
      }
      const kind = status === 'ACTIVE' ? 'candidate.updated' : 'candidate.activated';
      await writePerson(manager, person, kind, { status: 'ACTIVE', confirmedOn: today }, at);
      return done(person.id);
    });

/**
 * The id of the signed-in person, who is in no ranking until the search is confirmed anew.
 *
 * Errors: those of `changeOwnPerson`. Problems: SEARCH_STATE_NOT_ALLOWED.
 */
export const pauseSearch =
  (deps: OwnDeps) =>
  (viewer: Viewer, command: PersonCommand): Promise<Outcome<string>> =>
    changeOwnPerson(deps, viewer, 'pauseJobSearch', command, async (manager, person, at) => {
      const { status } = person;
      if (!PAUSED.includes(status)) return refusedIn(status);
      if (status === 'ACTIVE') {
        await writePerson(manager, person, 'candidate.paused', { status: 'DORMANT' }, at);
      }
      return done(person.id);
    });

const refusedIn = (status: CandidateStatus) =>
  refused<string>([problem('SEARCH_STATE_NOT_ALLOWED', 'status', { state: status })]);
