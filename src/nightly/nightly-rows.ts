import type { EntityManager } from 'typeorm';
import { NightlyRun } from '../entities';

/** Whether a job has yet to do a night; one that nobody has seen before has done it. Cost: 2 queries. */
export async function isDue(manager: EntityManager, job: string, night: string): Promise<boolean> {
  await manager.query(
    'INSERT INTO nightly_runs (job, night) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [job, night],
  );
  const [{ due }] = await manager.query<{ due: boolean }[]>(
    'SELECT night < $2 AS due FROM nightly_runs WHERE job = $1',
    [job, night],
  );
  return due;
}

/** Keeps that a job has done a night. */
export async function keepRun(
  manager: EntityManager,
  { job, ...values }: Omit<NightlyRun, 'figures'> & { figures: Readonly<Record<string, number>> },
): Promise<void> {
  await manager.update(NightlyRun, { job }, values);
}

/** The last run of each job that ever ended well. */
export async function listRuns(manager: EntityManager): Promise<NightlyRun[]> {
  const runs = await manager.find(NightlyRun);
  return runs.filter(({ succeededAt }) => succeededAt !== null);
}
