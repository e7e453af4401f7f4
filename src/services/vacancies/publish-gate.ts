import { type Problem, problem } from '../problems';
import type { VacancyDraft } from './draft';

/** Longest time that a vacancy stays open without a new decision. Source: DOMAIN of the design (state machines). */
export const MAX_VALIDITY_DAYS = 90;

const DAY_MS = 86_400_000;

/** What the gate reads of a vacancy; who the employer is stands in its own record. */
export type PublishableContent = Pick<
  VacancyDraft,
  'regionCodes' | 'wageMin' | 'wageMax' | 'validThrough'
> & { requirements: readonly Pick<VacancyDraft['requirements'][number], 'kind'>[] };

/**
 * Why a vacancy cannot be published yet; empty when it can.
 *
 * Title, openings and employer are there by construction; age and sex are asked by the regulation and left out here:
 * they are never an input of matching and need an approved ground.
 *
 * Source: Perpres 57/2023 art. 5 (job information: education, skill or competency, experience, wage, place of work).
 */
export function publishProblems(content: PublishableContent, now: Date): Problem[] {
  const kinds = new Set(content.requirements.map((requirement) => requirement.kind));
  const missing: string[] = [];
  if (content.regionCodes.length === 0) missing.push('regionCodes');
  if (content.wageMin === null && content.wageMax === null) missing.push('wageMin');
  if (!kinds.has('COMPETENCY') && !kinds.has('LANGUAGE') && !kinds.has('LICENCE')) {
    missing.push('requirements.COMPETENCY');
  }
  if (!kinds.has('EDUCATION')) missing.push('requirements.EDUCATION');
  if (!kinds.has('EXPERIENCE')) missing.push('requirements.EXPERIENCE');
  return [
    ...missing.map((path) => problem('FIELD_REQUIRED', path)),
    ...validityProblems(content.validThrough, now),
  ];
}

function validityProblems(validThrough: Date, now: Date): Problem[] {
  const aheadMs = validThrough.getTime() - now.getTime();
  if (aheadMs <= 0) return [problem('VALIDITY_PAST', 'validThrough')];
  if (aheadMs > MAX_VALIDITY_DAYS * DAY_MS) {
    return [problem('VALIDITY_TOO_LONG', 'validThrough', { days: MAX_VALIDITY_DAYS })];
  }
  return [];
}
