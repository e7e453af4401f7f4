import type { EntityManager } from 'typeorm';
import type { Actor } from '../database/as-actor';

/** Something that must be answered for. */
export interface AuditEntry {
  /** Who did it; a person who looks for work as `candidate:<id>`, never as an account. */
  readonly actor: Actor;
  /** What was done, for example `identity_number.revealed`. */
  readonly action: string;
  /** What it was done to: `candidate`, `account`, `employer`, `vacancy` … */
  readonly subjectType: string;
  readonly subjectId: string;
  /** Codes, counts and ids of things; never a personal value and never a person's id. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Adds to the audit log, in the transaction that does what it tells: both commit or neither.
 *
 * People who look for work stand in it under a keyed hash, so that an entry outlives them and names nobody. Nobody
 * waits for anybody: the sealer chains what is committed.
 * Cost: 1 query.
 */
export async function appendAudit(
  manager: Pick<EntityManager, 'query'>,
  { actor, action, subjectType, subjectId, detail = {} }: AuditEntry,
): Promise<void> {
  const [kind, id] = actor.split(':');
  await manager.query(
    `INSERT INTO audit_entries (actor, action, subject_type, subject_id, detail)
     SELECT CASE WHEN $1 = 'candidate' THEN 'candidate:' || padan_audit_pseudonym('candidate', $2)
         ELSE concat_ws(':', $1::text, $2::text) END,
       $3, $4,
       CASE WHEN $4 = 'candidate' THEN padan_audit_pseudonym('candidate', $5) ELSE $5 END,
       $6`,
    [kind, id ?? null, action, subjectType, subjectId, JSON.stringify(detail)],
  );
}
