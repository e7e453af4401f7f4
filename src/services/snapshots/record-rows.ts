import type { EntityManager } from 'typeorm';
import type { Vacancy } from '../../entities';
import type {
  CompetencyKind,
  EducationLevel,
  EmployerSector,
  Necessity,
  RegionLevel,
  RequirementKind,
  RequirementOrigin,
  VerificationStatus,
} from '../../entities/vocabulary';

/** What a public vacancy shows, its own and of others, as the database has it. */
export interface RecordRow
  extends Pick<
    Vacancy,
    | 'id'
    | 'slug'
    | 'verifyCode'
    | 'version'
    | 'state'
    | 'title'
    | 'description'
    | 'openings'
    | 'filled'
    | 'employmentType'
    | 'isRemote'
    | 'wageMin'
    | 'wageMax'
    | 'wageUnit'
    | 'startsOn'
    | 'validThrough'
    | 'publishedAt'
    | 'lastConfirmedAt'
    | 'closedAt'
    | 'closedReason'
    | 'sourceKind'
    | 'sourceName'
    | 'isDemo'
    | 'occupationMatchedText'
    | 'occupationConfidenceBp'
    | 'competencyWeightBp'
    | 'experienceWeightBp'
    | 'distanceWeightBp'
    | 'educationWeightBp'
    | 'availabilityWeightBp'
  > {
  readonly employer: {
    readonly id: string;
    readonly name: string;
    readonly sector: EmployerSector;
    readonly verification: VerificationStatus;
    readonly regionCode: string | null;
    readonly isDemo: boolean;
  };
  readonly occupation: (ConceptRow & { readonly kbjiCode: string }) | null;
  /** By code. */
  readonly regions: readonly { code: string; name: string; level: RegionLevel }[];
  /** In their order. */
  readonly requirements: readonly RequirementRow[];
}

export interface ConceptRow {
  readonly id: string;
  readonly labelId: string;
  readonly labelEn: string;
}

export interface RequirementRow {
  readonly kind: RequirementKind;
  readonly necessity: Necessity;
  readonly weightBp: number;
  readonly competency: (ConceptRow & { readonly kind: CompetencyKind }) | null;
  readonly minLevel: number | null;
  readonly education: EducationLevel | null;
  readonly minMonths: number | null;
  readonly origin: RequirementOrigin;
  readonly matchedText: string | null;
  readonly confidenceBp: number | null;
}

/**
 * What these vacancies show, of those that the actor may see and that were ever published; as of one moment.
 *
 * Cost: 1 query; some 40 ms for 500.
 */
export async function readRecordRows(
  manager: Pick<EntityManager, 'query'>,
  ids: readonly string[],
): Promise<RecordRow[]> {
  return await manager.query<RecordRow[]>(RECORDS, [ids]);
}

/** The ids of all vacancies that the actor may see and that were ever published. Cost: 1 query. */
export async function listRecordIds(manager: Pick<EntityManager, 'query'>): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT id FROM vacancies WHERE published_at IS NOT NULL',
  );
  return rows.map(({ id }) => id);
}

// The calendar day as text: a Date would stand at midnight of the server's zone.
const RECORDS = `
  SELECT v.id, v.slug, v.verify_code AS "verifyCode", v.version, v.state, v.title, v.description, v.openings, v.filled,
    v.employment_type AS "employmentType", v.is_remote AS "isRemote", v.wage_min AS "wageMin", v.wage_max AS "wageMax",
    v.wage_unit AS "wageUnit", v.starts_on::text AS "startsOn", v.valid_through AS "validThrough",
    v.published_at AS "publishedAt", v.last_confirmed_at AS "lastConfirmedAt", v.closed_at AS "closedAt",
    v.closed_reason AS "closedReason", v.source_kind AS "sourceKind", v.source_name AS "sourceName",
    v.is_demo AS "isDemo", v.occupation_matched_text AS "occupationMatchedText",
    v.occupation_confidence_bp AS "occupationConfidenceBp", v.competency_weight_bp AS "competencyWeightBp",
    v.experience_weight_bp AS "experienceWeightBp", v.distance_weight_bp AS "distanceWeightBp",
    v.education_weight_bp AS "educationWeightBp", v.availability_weight_bp AS "availabilityWeightBp",
    json_build_object('id', e.id, 'name', e.name, 'sector', e.sector, 'verification', e.verification,
      'regionCode', e.region_code, 'isDemo', e.is_demo) AS employer,
    CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'labelId', o.label_id, 'labelEn', o.label_en,
      'kbjiCode', o.kbji_code) END AS occupation,
    coalesce((
      SELECT json_agg(json_build_object('code', r.code, 'name', r.name, 'level', r.level) ORDER BY r.code COLLATE "C")
      FROM vacancy_regions p JOIN regions r ON r.code = p.region_code WHERE p.vacancy_id = v.id
    ), '[]') AS regions,
    coalesce((
      SELECT json_agg(json_build_object('kind', q.kind, 'necessity', q.necessity, 'weightBp', q.weight_bp,
        'competency', CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'kind', c.kind,
          'labelId', c.label_id, 'labelEn', c.label_en) END,
        'minLevel', q.min_level, 'education', q.education, 'minMonths', q.min_months, 'origin', q.origin,
        'matchedText', q.matched_text, 'confidenceBp', q.confidence_bp) ORDER BY q.position)
      FROM requirements q LEFT JOIN competencies c ON c.id = q.competency_id WHERE q.vacancy_id = v.id
    ), '[]') AS requirements
  FROM vacancies v JOIN employers e ON e.id = v.employer_id LEFT JOIN occupations o ON o.id = v.occupation_id
  WHERE v.id = ANY ($1::uuid[]) AND v.published_at IS NOT NULL`;
