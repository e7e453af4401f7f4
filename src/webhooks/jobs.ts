import type { EntityManager } from 'typeorm';
import { DUE } from './due-webhooks';

/** The task of the job queue that delivers what waits for one webhook. */
export const DELIVER_WEBHOOK = 'deliver_webhook';

/** What a job says. */
export interface DeliverJob {
  readonly webhookId: string;
}

/**
 * A job for row `w` of `webhooks`: one of each waits at most, a new one takes its place. Those whose last attempt failed
 * come behind the others, since they may hold a socket for as long as an attempt may take.
 */
const addJob = (runAt: string) =>
  `graphile_worker.add_job('${DELIVER_WEBHOOK}', json_build_object('webhookId', w.id), run_at => ${runAt},
     job_key => w.id::text, priority => CASE WHEN w.failures > 0 THEN 1 ELSE 0 END)`;

/**
 * Adds a job for each webhook that should be worked at and has none that waits already.
 *
 * Cost: 1 statement, some lookups in indexes a webhook. The actor is `system`.
 */
export async function addDueJobs(manager: EntityManager, now: Date): Promise<void> {
  await manager.query(
    `SELECT ${addJob('NULL')} FROM webhooks w
     WHERE ${DUE} AND NOT EXISTS (
       SELECT FROM graphile_worker.jobs j
       WHERE j.key = w.id::text AND j.locked_at IS NULL AND j.run_at <= now() AND j.attempts < j.max_attempts)`,
    [now],
  );
}

/** Adds a job that works at a webhook, not before a time; it commits with the caller's transaction. */
export async function addJobAt(
  manager: EntityManager,
  webhookId: string,
  runAt: Date,
): Promise<void> {
  await manager.query(`SELECT ${addJob('$2::timestamptz')} FROM webhooks w WHERE w.id = $1`, [
    webhookId,
    runAt,
  ]);
}
