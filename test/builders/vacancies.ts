import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Requirement, Vacancy, VacancyRegion } from '../../src/entities';
import { anEmployer } from './employers';
import { insertRow } from './insert-row';

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse('2027-02-01T00:00:00Z');

/** Ahead of the days on which tests play, and of the day on which they run. */
const OPEN_UNTIL = new Date(Math.max(FIRST_DAY, (Math.floor(Date.now() / DAY_MS) + 60) * DAY_MS));

/** A published vacancy for a security guard in Palu that asks for nothing but what `requirements` names. */
export async function aVacancy(
  manager: EntityManager,
  {
    requirements = [],
    regionCodes = ['72.71'],
    ...values
  }: Partial<Vacancy> & {
    requirements?: readonly Partial<Requirement>[];
    regionCodes?: readonly string[];
  } = {},
): Promise<Vacancy> {
  const code = randomUUID();
  const vacancy = await insertRow(manager, Vacancy, {
    employerId: values.employerId ?? (await anEmployer(manager)).id,
    slug: `satpam-${code}`,
    verifyCode: code,
    state: 'PUBLISHED',
    title: 'Satpam',
    occupationId: 'satpam-security',
    description: 'Menjaga keamanan gedung.',
    validThrough: OPEN_UNTIL,
    publishedAt: new Date('2026-11-01T00:00:00Z'),
    isDemo: true,
    ...values,
  });
  for (const regionCode of regionCodes) {
    await manager.insert(VacancyRegion, { vacancyId: vacancy.id, regionCode });
  }
  for (const [position, requirement] of requirements.entries()) {
    await manager.insert(Requirement, {
      vacancyId: vacancy.id,
      position,
      kind: 'COMPETENCY',
      necessity: 'MUST',
      ...requirement,
    });
  }
  return vacancy;
}

const asksFor =
  (necessity: Requirement['necessity']) =>
  (competencyId: string, minLevel: number | null = null, values: Partial<Requirement> = {}) => ({
    necessity,
    competencyId,
    minLevel,
    ...values,
  });

/** Requirements for `aVacancy`: `must('patroli', 2)`. */
export const must = asksFor('MUST');
export const should = asksFor('SHOULD');
export const nice = asksFor('NICE');
