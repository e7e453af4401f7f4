import type { EntityManager } from 'typeorm';
import type {
  EducationLevel,
  EmploymentType,
  Necessity,
  RequirementKind,
} from '../../entities/vocabulary';
import type { CompetencyRequirement, PartWeights, Threshold, VacancyFacts } from '../core/facts';
import { bandAskedLevel } from '../core/levels';
import { statedWeights } from '../core/parts';
import { areaNumber } from './area-codes';
import { bandedEducationStep, scopeOf } from './bands';
import type { Catalogue } from './catalogue';
import { monthSql } from './months';
import { employmentBit } from './scales';

/** A vacancy with the facts that matching knows of it. */
export interface Rankable {
  readonly id: string;
  readonly facts: VacancyFacts;
  readonly isPublished: boolean;
  readonly validThrough: Date;
}

/** A requirement as it is stored. */
export interface RequirementRow {
  id: string;
  kind: RequirementKind;
  necessity: Necessity;
  weightBp: number;
  competencyId: string | null;
  minLevel: number | null;
  education: EducationLevel | null;
  minMonths: number | null;
}

/** A vacancy as it is stored, as far as matching knows of it. */
export interface VacancyRow {
  id: string;
  number: number;
  tieSalt: string;
  isPublished: boolean;
  validThrough: Date;
  isRemote: boolean;
  measuresRegencies: boolean;
  occupationId: string | null;
  employmentType: EmploymentType | null;
  startMonth: number | null;
  partWeights: PartWeights;
  regionCodes: string[];
  requirements: RequirementRow[];
}

const COLUMNS = `
  v.id, v.number, v.tie_salt AS "tieSalt", v.state = 'PUBLISHED' AS "isPublished", v.valid_through AS "validThrough",
  v.is_remote AS "isRemote", v.measures_regencies AS "measuresRegencies", v.occupation_id AS "occupationId", v.employment_type AS "employmentType",
  ${monthSql('v.starts_on')} AS "startMonth",
  json_build_object('competency', v.competency_weight_bp, 'experience', v.experience_weight_bp,
    'distance', v.distance_weight_bp, 'education', v.education_weight_bp,
    'availability', v.availability_weight_bp) AS "partWeights",
  (SELECT coalesce(array_agg(vr.region_code ORDER BY vr.region_code), '{}')
    FROM vacancy_regions vr WHERE vr.vacancy_id = v.id) AS "regionCodes",
  (SELECT coalesce(json_agg(json_build_object('id', r.id, 'kind', r.kind, 'necessity', r.necessity, 'weightBp', r.weight_bp,
      'competencyId', r.competency_id, 'minLevel', r.min_level, 'education', r.education, 'minMonths', r.min_months)
      ORDER BY r.position), '[]')
    FROM requirements r WHERE r.vacancy_id = v.id) AS requirements`;

const PAGE_SIZE = 500;

/**
 * The facts of some vacancies in any state, as far as the manager's actor sees them.
 *
 * Cost: 1 query.
 */
export async function loadVacancies(
  manager: EntityManager,
  catalogue: Catalogue,
  ids: readonly string[],
): Promise<Rankable[]> {
  const rows = await manager.query<VacancyRow[]>(
    `SELECT ${COLUMNS} FROM vacancies v WHERE v.id = ANY($1::uuid[])`,
    [ids],
  );
  return rows.map((row) => readVacancyRow(row, catalogue));
}

/** Every published vacancy, in pages. */
export async function* pageVacancies(
  manager: EntityManager,
  catalogue: Catalogue,
): AsyncGenerator<Rankable[]> {
  for (let after = -1; ; ) {
    const rows = await manager.query<VacancyRow[]>(
      `SELECT ${COLUMNS} FROM vacancies v WHERE v.state = 'PUBLISHED' AND v.number > $1
       ORDER BY v.number LIMIT ${PAGE_SIZE}`,
      [after],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => readVacancyRow(row, catalogue));
    after = last.number;
  }
}

/** Its facts, in bands. */
export function readVacancyRow(row: VacancyRow, catalogue: Catalogue): Rankable {
  const places = row.regionCodes.map(areaNumber);
  const { numberOf } = catalogue.occupations;
  return {
    id: row.id,
    isPublished: row.isPublished,
    validThrough: row.validThrough,
    facts: {
      vacancy: row.number,
      tieSalt: Number(row.tieSalt),
      scope: scopeOf(places),
      places,
      ...(row.measuresRegencies ? { measuresRegencies: true } : {}),
      isRemote: row.isRemote,
      occupation: row.occupationId === null ? null : (numberOf.get(row.occupationId) ?? null),
      requirements: readRequirements(row.requirements, catalogue),
      education: readThreshold(row.requirements, 'EDUCATION'),
      experience: readThreshold(row.requirements, 'EXPERIENCE'),
      employmentType: row.employmentType && employmentBit(row.employmentType),
      startMonth: row.startMonth,
      ...statedWeights(row.partWeights),
    },
  };
}

function readRequirements(
  rows: readonly RequirementRow[],
  { competencies }: Catalogue,
): CompetencyRequirement[] {
  return rows.flatMap(({ id, kind, competencyId, minLevel, necessity, weightBp }) => {
    const competency = competencyId === null ? undefined : competencies.numberOf.get(competencyId);
    if (competency === undefined || kind === 'EDUCATION' || kind === 'EXPERIENCE') return [];
    return [{ id, kind, competency, minLevel: bandAskedLevel(minLevel ?? 1), necessity, weightBp }];
  });
}

/** The first of its kind counts. */
function readThreshold(
  rows: readonly RequirementRow[],
  kind: 'EDUCATION' | 'EXPERIENCE',
): Threshold | null {
  const row = rows.find((one) => one.kind === kind);
  if (!row) return null;
  const minimum =
    kind === 'EDUCATION' ? row.education && bandedEducationStep(row.education) : row.minMonths;
  const { id, necessity, weightBp } = row;
  return minimum === null ? null : { id, necessity, weightBp, minimum };
}
