import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, ILike } from 'typeorm';
import { appendOutbox } from '../changes/outbox';
import type { Environment } from '../config';
import { asActor } from '../database/as-actor';
import { insertRows } from '../database/insert-rows';
import {
  Candidate,
  CandidateCompetency,
  Consent,
  Requirement,
  Vacancy,
  WorkExperience,
} from '../entities';
import { demoConsents } from './consents';
import { daysAfter, isoDay } from './days';
import { refuseDemoInProduction } from './load';
import { DEMO_MARK, familyNames, femaleNames } from './vocabulary';

/** Somebody new who fits, and for which vacancy. */
export interface AddedDemoCandidate {
  candidateId: string;
  fullName: string;
  vacancyId: string;
  vacancyTitle: string;
}

export interface AddDemoOptions {
  environment: Environment;
  now: Date;
  vacancyId?: string;
  /** A part of the employer's name. */
  employer?: string;
}

/**
 * Invents an active person who meets all that one published demo vacancy asks, and announces the activation.
 *
 * The vacancy is the given one or one of that employer, else the one published last.
 * Errors: in production; no such vacancy.
 */
export async function addDemoCandidate(
  dataSource: DataSource,
  { environment, now, vacancyId, employer }: AddDemoOptions,
): Promise<AddedDemoCandidate> {
  refuseDemoInProduction(environment);
  return await asActor(dataSource, 'system', async (manager) => {
    const vacancy = await manager.findOne(Vacancy, {
      where: {
        state: 'PUBLISHED',
        isDemo: true,
        ...(vacancyId && { id: vacancyId }),
        ...(employer && { employer: { name: ILike(`%${employer}%`) } }),
      },
      order: { publishedAt: 'DESC', id: 'ASC' },
    });
    if (vacancy === null)
      throw new Error('No such published demo vacancy: is the demo data loaded?');
    const id = randomUUID();
    const fullName = inventName(id);
    const requirements = await manager.findBy(Requirement, { vacancyId: vacancy.id });
    await insertRows(manager, Candidate, [
      {
        id,
        fullName,
        status: 'ACTIVE',
        regionCode: await findHome(manager, vacancy.id),
        education: requirements.find(({ kind }) => kind === 'EDUCATION')?.education ?? 'SMA',
        availableFrom: isoDay(now),
        matchingConsentAt: now,
        confirmedOn: isoDay(now),
        isDemo: true,
      },
    ]);
    await insertRows(manager, Consent, demoConsents([{ id, matchingConsentAt: now }]));
    await insertRows(
      manager,
      CandidateCompetency,
      requirements.flatMap(({ competencyId, minLevel }) =>
        competencyId === null
          ? []
          : [
              {
                candidateId: id,
                competencyId,
                level: minLevel ?? 3,
                evidence: 'FACILITATOR_CONFIRMED' as const,
              },
            ],
      ),
    );
    const months = requirements.find(({ kind }) => kind === 'EXPERIENCE')?.minMonths ?? 12;
    await insertRows(manager, WorkExperience, [
      {
        candidateId: id,
        title: vacancy.title,
        occupationId: vacancy.occupationId,
        startedOn: isoDay(daysAfter(now, -31 * (months + 1))),
        endedOn: isoDay(now),
      },
    ]);
    await appendOutbox(manager, [
      { aggregate: 'candidate', aggregateId: id, kind: 'candidate.activated', version: 1 },
    ]);
    return { candidateId: id, fullName, vacancyId: vacancy.id, vacancyTitle: vacancy.title };
  });
}

function inventName(id: string): string {
  const [first, second] = [
    Number.parseInt(id.slice(0, 4), 16),
    Number.parseInt(id.slice(4, 8), 16),
  ];
  return `${femaleNames[first % femaleNames.length]} ${familyNames[second % familyNames.length]} ${DEMO_MARK}`;
}

/** A district inside the vacancy's first place; Palu Timur when it addresses the nation. */
async function findHome(manager: EntityManager, vacancyId: string): Promise<string> {
  const [home]: { code: string }[] = await manager.query(
    `SELECT d.code FROM vacancy_regions v
     JOIN regions d ON d.level = 'DISTRICT'
       AND (d.code = v.region_code OR starts_with(d.code, v.region_code || '.'))
     WHERE v.vacancy_id = $1 ORDER BY v.region_code DESC, d.code LIMIT 1`,
    [vacancyId],
  );
  return home?.code ?? '72.71.01';
}
