import type { EntityManager } from 'typeorm';
import { insertRows } from '../../src/database/insert-rows';
import { demoConsents } from '../../src/demo/consents';
import { Candidate, CandidateCompetency, Consent, WorkExperience } from '../../src/entities';
import { insertRow } from './insert-row';

type Held = Partial<CandidateCompetency> & { competencyId: string };

/** Somebody of Palu Timur who looks for work and agrees to be matched; holds only what `competencies` names. */
export async function aCandidate(
  manager: EntityManager,
  {
    competencies = [],
    experiences = [],
    ...values
  }: Partial<Candidate> & {
    competencies?: readonly Held[];
    experiences?: readonly Partial<WorkExperience>[];
  } = {},
): Promise<Candidate> {
  const candidate = await insertRow(manager, Candidate, {
    status: 'ACTIVE',
    fullName: 'Orang Uji (contoh)',
    regionCode: '72.71.01',
    education: 'SMA',
    matchingConsentAt: new Date('2026-01-01T00:00:00Z'),
    confirmedOn: '2026-11-01',
    isDemo: true,
    ...values,
  });
  await insertRows(manager, Consent, demoConsents([candidate]));
  for (const held of competencies) {
    await manager.insert(CandidateCompetency, { candidateId: candidate.id, level: 3, ...held });
  }
  for (const experience of experiences) {
    await manager.insert(WorkExperience, {
      candidateId: candidate.id,
      title: 'Satpam',
      startedOn: '2023-01-01',
      ...experience,
    });
  }
  return candidate;
}

/** Four more people who are alike, so that an employer is told what a fifth has in common with them. */
export async function aCrowd(
  manager: EntityManager,
  values: Parameters<typeof aCandidate>[1] = {},
  count = 4,
): Promise<Candidate[]> {
  const people: Candidate[] = [];
  while (people.length < count) people.push(await aCandidate(manager, values));
  return people;
}

/** What a person holds, for `aCandidate`. */
export const holds = (
  competencyId: string,
  level = 3,
  values: Partial<CandidateCompetency> = {},
) => ({
  competencyId,
  level,
  ...values,
});
