import type { Candidate, CandidateCompetency, WorkExperience } from '../../entities';
import { officeDay } from '../../text/office-day';
import { reconfirmDueOn } from './search-state';

/** What a person can still do for better matches, the weightiest first. */
export const profileHints = [
  'AGREE_TO_MATCHING',
  'RECONFIRM_SEARCH',
  'ADD_COMPETENCIES',
  'NAME_DISTRICT',
  'ADD_WORK_EXPERIENCE',
  'NAME_OCCUPATIONS',
  'STATE_EDUCATION',
  'STATE_EMPLOYMENT_TYPES',
  'STATE_AVAILABILITY',
  'ADD_CONTACT',
] as const;
export type ProfileHint = (typeof profileHints)[number];

/** With fewer a person fits little. Source: our choice; the median vacancy asks for four. */
const FEW_COMPETENCIES = 5;
/** So long before a search runs out it is time to confirm it. Source: our choice. */
const SOON_MS = 30 * 86_400_000;
/** `72.71.01`: matching knows of no finer place. */
const DISTRICT_LENGTH = 8;

interface Facts {
  person: Candidate;
  competencies: readonly CandidateCompetency[];
  works: readonly WorkExperience[];
}

const isTrue: Record<ProfileHint, (facts: Facts, at: Date) => boolean> = {
  AGREE_TO_MATCHING: ({ person }) => person.matchingConsentAt === null,
  RECONFIRM_SEARCH: ({ person }, at) =>
    person.status !== 'ACTIVE' ||
    officeDay(new Date(at.getTime() + SOON_MS)) > reconfirmDueOn(person.confirmedOn),
  ADD_COMPETENCIES: ({ competencies }) => competencies.length < FEW_COMPETENCIES,
  NAME_DISTRICT: ({ person }) => (person.regionCode ?? '').length < DISTRICT_LENGTH,
  ADD_WORK_EXPERIENCE: ({ works }) => works.length === 0,
  NAME_OCCUPATIONS: ({ works }) => works.some(({ occupationId }) => occupationId === null),
  STATE_EDUCATION: ({ person }) => person.education === null,
  STATE_EMPLOYMENT_TYPES: ({ person }) => person.employmentTypes.length === 0,
  STATE_AVAILABILITY: ({ person }) => person.availableFrom === null,
  ADD_CONTACT: ({ person }) => person.phone === null && person.email === null,
};

/** The hints that hold for a person. */
export const hintsOf = (facts: Facts, at: Date): ProfileHint[] =>
  profileHints.filter((hint) => isTrue[hint](facts, at));
