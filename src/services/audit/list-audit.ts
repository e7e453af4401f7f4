import { errors } from '../../errors';
import { worksAsAuditor } from '../offices/office-of';
import { type Slice, type SliceRequest, sliceOf } from '../slice';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';

/** An entry of the audit log as an auditor reads it. */
export interface AuditRecord {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Which entries are wanted; null = all. */
export interface AuditFilter {
  readonly subject: { readonly type: string; readonly id: string } | null;
  readonly accountId: string | null;
  readonly action: string | null;
}

const MATCHING = `
  ($1::text IS NULL OR (subject_type = $1 AND subject_id =
    CASE WHEN $1 = 'candidate' THEN padan_audit_pseudonym('candidate', $2) ELSE $2 END))
  AND ($3::text IS NULL OR actor = 'account:' || $3)
  AND ($4::text IS NULL OR action = $4)`;
const COLUMNS =
  'id, at, actor, action, subject_type AS "subjectType", subject_id AS "subjectId", detail';
/** Beyond so many the total is not counted on. */
const MOST_COUNTED = 10_000;

/**
 * The audit log for auditors, newest first; a person who looks for work is found by id and shown by pseudonym.
 *
 * Errors: AUDITOR_ONLY. Cost: 3 queries.
 */
export const listAudit =
  ({ readAs }: { readAs: RunAs }) =>
  async (
    viewer: Viewer,
    { subject, accountId, action }: AuditFilter,
    request: SliceRequest<number>,
  ): Promise<Slice<AuditRecord>> => {
    const isAuditor = await readAs(actorOf(viewer), worksAsAuditor);
    if (!isAuditor) throw errors.office.auditorOnly();
    return readAs('system', async (manager) => {
      const filter = [subject?.type ?? null, subject?.id ?? null, accountId, action];
      const rows = await manager.query<AuditRecord[]>(
        `SELECT ${COLUMNS} FROM audit_entries WHERE ${MATCHING} AND ($5::bigint IS NULL OR id < $5)
         ORDER BY id DESC LIMIT $6`,
        [...filter, request.after, request.first + 1],
      );
      const [{ total }] = await manager.query<{ total: number }[]>(
        `SELECT count(*)::integer AS total
         FROM (SELECT FROM audit_entries WHERE ${MATCHING} LIMIT ${MOST_COUNTED}) AS found`,
        filter,
      );
      const slice = sliceOf(rows, request, total, ({ id }) => Number(id));
      return { ...slice, totalIsExact: total < MOST_COUNTED };
    });
  };
