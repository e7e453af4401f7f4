import type { EntityManager } from 'typeorm';
import type { ConceptStatus } from '../../entities/vocabulary';
import { type Slice, type SliceRequest, sliceOf } from '../slice';

/** What became of a concept for who knows an older version of the taxonomy. */
export const taxonomyChangeKinds = ['CREATED', 'UPDATED', 'DEPRECATED'] as const;
export type TaxonomyChangeKind = (typeof taxonomyChangeKinds)[number];

/** A concept that is another one than in an older version. */
export interface TaxonomyChange {
  readonly type: 'COMPETENCY' | 'OCCUPATION';
  readonly id: string;
  /** With which it came to be as it is. */
  readonly version: number;
  readonly kind: TaxonomyChangeKind;
  /** What stands in its place, of the same type. */
  readonly replacedById: string | null;
}

/** A change by version, type and id. */
export type TaxonomyPlace = readonly [version: number, type: string, id: string];

interface Row extends Omit<TaxonomyChange, 'kind'> {
  readonly createdVersion: number;
  readonly status: ConceptStatus;
  readonly total: number;
}

/**
 * The concepts that differ from those of `fromVersion`, each once, as they are now: the oldest version first. One that
 * changes while a reader turns pages comes again at the end.
 *
 * Shape: words that the office adds without a new version are none. Cost: 1 query.
 */
export const listTaxonomyChanges =
  (manager: EntityManager) =>
  async (
    fromVersion: number,
    request: SliceRequest<TaxonomyPlace>,
  ): Promise<Slice<TaxonomyChange>> => {
    const [version, type, id] = request.after ?? [null, null, null];
    const rows = await manager.query<Row[]>(CHANGES, [
      ...[fromVersion, version, type, id],
      request.first + 1,
    ]);
    const changes = rows.map((row) => toChange(row, fromVersion));
    const total = rows[0]?.total ?? 0;
    return sliceOf(changes, request, total, (change) => [change.version, change.type, change.id]);
  };

function toChange(row: Row, fromVersion: number): TaxonomyChange {
  const { type, id, version, replacedById, createdVersion, status } = row;
  const isNew = createdVersion > fromVersion;
  const kind = status !== 'ACTIVE' ? 'DEPRECATED' : isNew ? 'CREATED' : 'UPDATED';
  return { type, id, version, kind, replacedById };
}

const columnsOf = (table: string, type: string) => `
  SELECT '${type}' AS type, id, taxonomy_version AS version, replaced_by_id AS "replacedById",
    created_version AS "createdVersion", status
  FROM ${table} WHERE taxonomy_version > $1`;

// Compared as bytes, as the places are.
const CHANGES = `
  WITH changes AS (${columnsOf('competencies', 'COMPETENCY')}
    UNION ALL ${columnsOf('occupations', 'OCCUPATION')})
  SELECT *, (SELECT count(*)::int FROM changes) AS total FROM changes
  WHERE $2::integer IS NULL
    OR (version, type COLLATE "C", id COLLATE "C") > ($2::integer, $3::text COLLATE "C", $4::text COLLATE "C")
  ORDER BY version, type COLLATE "C", id COLLATE "C" LIMIT $5`;
