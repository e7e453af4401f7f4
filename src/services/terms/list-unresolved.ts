import type { TermOrigin } from '../../entities/vocabulary';
import type { ConceptType } from '../../text/concepts';
import { officeOf } from '../offices/office-of';
import { type Slice, type SliceRequest, sliceOf } from '../slice';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';
import { LEAST_HEARD } from './term-collector';

/** A word that people, advertisements or employers used and nobody understood. */
export interface UnresolvedWord {
  term: string;
  kind: ConceptType;
  count: number;
  origins: TermOrigin[];
  firstSeenAt: Date;
  lastSeenAt: Date;
}

type Place = readonly [count: number, term: string, kind: string];

/** Words that were typed before everybody knew what an officer explained are written so much later at most. */
const LATE_WORDS = '1 minute';

const WORDS = `
  SELECT term, concept_type AS kind, sum(count)::integer AS count, array_agg(origin ORDER BY origin) AS origins,
    min(first_seen_at) AS "firstSeenAt", max(last_seen_at) AS "lastSeenAt"
  FROM unresolved_terms WHERE ($1::text IS NULL OR concept_type = $1)
    AND (explained_at IS NULL OR last_seen_at > explained_at + interval '${LATE_WORDS}')
  GROUP BY term, concept_type HAVING sum(count) >= ${LEAST_HEARD}`;

/**
 * What at least three accounts or advertisements used in vain, most often first; what an officer explained is back when it
 * is used in vain again.
 *
 * Ties: by word, then kind. Errors: OFFICE_ONLY. Cost: 3 queries over at most 50,000 rows.
 */
export const listUnresolvedTerms =
  ({ readAs }: { readAs: RunAs }) =>
  (
    viewer: Viewer,
    kind: ConceptType | null,
    request: SliceRequest<Place>,
  ): Promise<Slice<UnresolvedWord>> =>
    readAs(actorOf(viewer), async (manager) => {
      await officeOf(manager);
      const [{ total }] = await manager.query<{ total: number }[]>(
        `SELECT count(*)::integer AS total FROM (${WORDS}) AS word`,
        [kind],
      );
      const [count, term, type] = request.after ?? [null, null, null];
      const rows = await manager.query<UnresolvedWord[]>(
        `SELECT * FROM (${WORDS}) AS word
         WHERE $2::integer IS NULL OR (-count, term, kind) > (-$2::integer, $3::text, $4::text)
         ORDER BY count DESC, term, kind LIMIT $5`,
        [kind, count, term, type, request.first + 1],
      );
      return sliceOf(rows, request, total, (row) => [row.count, row.term, row.kind]);
    });
