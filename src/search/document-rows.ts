import type { EntityManager } from 'typeorm';
import {
  type CandidateRow,
  candidateDocument,
  DOCUMENT_FORMAT,
  type VacancyRow,
  vacancyDocument,
} from './documents';
import type { Documents, IndexName } from './index-settings';

/** Which documents stand for some rows now, and which rows have none (any more). */
export interface LoadedDocuments<N extends IndexName> {
  documents: Documents[N][];
  /** Primary keys of documents that must not be there. */
  absent: (string | number)[];
}

/** How one index is made of the tables. Rows are found by the id that change events carry. */
export interface DocumentSource<N extends IndexName> {
  /** The id of every row that has a document, with the document's key and version. */
  list(manager: EntityManager): Promise<{ rowId: string; key: string | number; version: number }[]>;
  /** The documents of some rows as they are now. */
  load(manager: EntityManager, rowIds: readonly string[]): Promise<LoadedDocuments<N>>;
}

const PUBLISHED = `v.state = 'PUBLISHED'`;
const MATCHABLE = `c.status = 'ACTIVE' AND c.matching_consent_at IS NOT NULL`;
/** A region and what lies above it: the official code has fixed lengths. */
const LINEAGE = `IN (left(vr.region_code, 2), left(vr.region_code, 5), left(vr.region_code, 8), vr.region_code)`;

/** The least education and experience that the vacancy `v` asks for. */
export const requiredSql = `
    SELECT (array_agg(r.education ORDER BY r.position) FILTER (WHERE r.kind = 'EDUCATION'))[1] AS education,
      (array_agg(r.min_months ORDER BY r.position) FILTER (WHERE r.kind = 'EXPERIENCE'))[1] AS min_months
    FROM requirements r WHERE r.vacancy_id = v.id`;

/** Centroid of the most precise region of the vacancy `v`, or of its nearest ancestor that has one. */
export const vacancyPlaceSql = `
    SELECT r.latitude, r.longitude FROM vacancy_regions vr JOIN regions r ON r.code ${LINEAGE}
    WHERE vr.vacancy_id = v.id AND r.latitude IS NOT NULL
    ORDER BY length(vr.region_code) DESC, vr.region_code, length(r.code) DESC LIMIT 1`;

const VACANCY_ROWS = `
  SELECT v.id, v.version, v.title, v.description, v.occupation_id AS "occupationId",
    CASE WHEN o.id IS NULL THEN '{}' ELSE ARRAY[o.label_id, o.label_en] || o.aliases END AS "occupationNames",
    k.ids AS "competencyIds", k.names AS "competencyNames",
    v.employer_id AS "employerId", e.name AS "employerName", e.sector, v.source_kind AS "sourceKind",
    p.codes AS "regionCodes", p.names AS "regionNames", g.latitude, g.longitude,
    v.employment_type AS "employmentType", v.is_remote AS "isRemote",
    v.wage_min AS "wageMin", v.wage_max AS "wageMax", v.wage_unit AS "wageUnit",
    q.education, q.min_months AS "minMonths",
    coalesce(v.published_at, v.created_at) AS "publishedAt", v.valid_through AS "validThrough"
  FROM vacancies v
  JOIN employers e ON e.id = v.employer_id
  LEFT JOIN occupations o ON o.id = v.occupation_id
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(c.id ORDER BY r.position), '{}') AS ids,
      coalesce(array_agg(c.label_id ORDER BY r.position) || array_agg(c.label_en ORDER BY r.position), '{}') AS names
    FROM requirements r JOIN competencies c ON c.id = r.competency_id WHERE r.vacancy_id = v.id) k
  CROSS JOIN LATERAL (${requiredSql}) q
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(DISTINCT vr.region_code), '{}') AS codes,
      coalesce(array_agg(DISTINCT r.name), '{}') AS names
    FROM vacancy_regions vr JOIN regions r ON r.code ${LINEAGE} WHERE vr.vacancy_id = v.id) p
  LEFT JOIN LATERAL (${vacancyPlaceSql}) g ON true
  WHERE ${PUBLISHED} AND v.id = ANY($1::uuid[])`;

const CANDIDATE_ROWS = `
  SELECT c.number, c.version, c.region_code AS "regionCode", c.willing_region_codes AS "willingRegionCodes",
    (SELECT coalesce(json_agg(json_build_object('number', k.number, 'level', cc.level) ORDER BY k.number), '[]')
      FROM candidate_competencies cc JOIN competencies k ON k.id = cc.competency_id
      WHERE cc.candidate_id = c.id) AS competencies,
    (SELECT coalesce(json_agg(DISTINCT jsonb_build_object('number', o.number, 'kbjiCode', o.kbji_code)), '[]')
      FROM work_experiences w JOIN occupations o ON o.id = w.occupation_id
      WHERE w.candidate_id = c.id) AS occupations
  FROM candidates c WHERE ${MATCHABLE} AND c.id = ANY($1::uuid[])`;

const conceptColumns = `id, version, ${DOCUMENT_FORMAT} AS format, label_id AS "labelId", label_en AS "labelEn", aliases`;

function conceptSource<N extends 'competencies' | 'occupations'>(
  table: N,
  column: string,
): DocumentSource<N> {
  return {
    list: (manager) =>
      manager.query(
        `SELECT id AS "rowId", id AS key, version FROM ${table} WHERE status = 'ACTIVE'`,
      ),
    load: async (manager, rowIds) => {
      const documents = await manager.query<Documents[N][]>(
        `SELECT ${conceptColumns}, ${column} FROM ${table} WHERE status = 'ACTIVE' AND id = ANY($1)`,
        [rowIds],
      );
      return { documents, absent: without(rowIds, documents) };
    },
  };
}

const vacancySource: DocumentSource<'vacancies'> = {
  list: (manager) =>
    manager.query(
      `SELECT v.id AS "rowId", v.id AS key, v.version FROM vacancies v WHERE ${PUBLISHED}`,
    ),
  load: async (manager, rowIds) => {
    const rows = await manager.query<VacancyRow[]>(VACANCY_ROWS, [rowIds]);
    return { documents: rows.map(vacancyDocument), absent: without(rowIds, rows) };
  },
};

const candidateSource: DocumentSource<'candidates'> = {
  list: (manager) =>
    manager.query(
      `SELECT c.id AS "rowId", c.number AS key, c.version FROM candidates c WHERE ${MATCHABLE}`,
    ),
  load: async (manager, rowIds) => {
    const rows = await manager.query<CandidateRow[]>(CANDIDATE_ROWS, [rowIds]);
    const gone = await manager.query<{ number: number }[]>(
      `SELECT c.number FROM candidates c WHERE c.id = ANY($1::uuid[]) AND NOT (${MATCHABLE})
       UNION ALL SELECT number FROM candidate_tombstones WHERE id = ANY($1::uuid[])`,
      [rowIds],
    );
    return { documents: rows.map(candidateDocument), absent: gone.map(({ number }) => number) };
  },
};

/** How each index is made. */
export const documentSources: { readonly [N in IndexName]: DocumentSource<N> } = {
  competencies: conceptSource('competencies', 'kind'),
  occupations: conceptSource('occupations', 'kbji_code AS "kbjiCode"'),
  vacancies: vacancySource,
  candidates: candidateSource,
};

function without(rowIds: readonly string[], found: readonly { id: string }[]): string[] {
  const present = new Set(found.map(({ id }) => id));
  return rowIds.filter((id) => !present.has(id));
}
