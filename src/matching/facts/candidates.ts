import type { EducationLevel, EmploymentType, EvidenceStatus } from '../../entities/vocabulary';
import { areaRange } from '../core/area';
import { bandWork } from '../core/experience';
import type { CandidateFacts, HeldCompetency } from '../core/facts';
import { bandHeldLevel } from '../core/levels';
import { areaNumber } from './area-codes';
import { bandedAvailability, bandedEducationStep, bandedEvidence, startOfQuarter } from './bands';
import type { Catalogue } from './catalogue';
import { monthSql } from './months';
import type { Queryable } from './queryable';
import { employmentBits } from './scales';

/** A person who may be ranked: ACTIVE and with a live consent to be matched. The facts are banded: nothing exact enters the core. */
export interface Matchable {
  readonly id: string;
  readonly facts: CandidateFacts;
}

interface CandidateRow {
  id: string;
  number: number;
  tieSalt: string;
  regionCode: string | null;
  willingRegionCodes: string[];
  education: EducationLevel | null;
  employmentTypes: EmploymentType[];
  availableFromMonth: number | null;
  confirmedMonth: number;
  competencies: [id: string, level: number, evidence: EvidenceStatus][];
  experiences: [occupationId: string | null, startMonth: number, endMonth: number | null][];
}

const COLUMNS = `
  c.id, c.number, c.tie_salt AS "tieSalt", c.region_code AS "regionCode",
  c.willing_region_codes AS "willingRegionCodes", c.education, c.employment_types AS "employmentTypes",
  ${monthSql('c.available_from')} AS "availableFromMonth", ${monthSql('c.confirmed_on')} AS "confirmedMonth",
  (SELECT coalesce(json_agg(json_build_array(cc.competency_id, cc.level, cc.evidence) ORDER BY cc.competency_id), '[]')
    FROM candidate_competencies cc WHERE cc.candidate_id = c.id) AS competencies,
  (SELECT coalesce(json_agg(json_build_array(w.occupation_id, ${monthSql('w.started_on')}, ${monthSql('w.ended_on')})
      ORDER BY w.started_on, w.id), '[]')
    FROM work_experiences w WHERE w.candidate_id = c.id) AS experiences`;
const MATCHABLE = `c.status = 'ACTIVE' AND c.matching_consent_at IS NOT NULL`;

/** People read at once: enough to be quick, few enough to let others in between. */
const PAGE_SIZE = 2_000;

/**
 * The facts of some people, of those who may be ranked.
 *
 * Cost: 1 query. `month` is today's: work without an end lasts until then.
 */
export async function loadCandidates(
  manager: Queryable,
  catalogue: Catalogue,
  month: number,
  ids: readonly string[],
): Promise<Matchable[]> {
  const rows = await manager.query<CandidateRow[]>(
    `SELECT ${COLUMNS} FROM candidates c WHERE ${MATCHABLE} AND c.id = ANY($1::uuid[])`,
    [ids],
  );
  return rows.map((row) => readRow(row, catalogue, month));
}

/** Everybody who may be ranked, in pages. */
export async function* pageCandidates(
  manager: Queryable,
  catalogue: Catalogue,
  month: number,
): AsyncGenerator<Matchable[]> {
  for (let after = -1; ; ) {
    const rows = await manager.query<CandidateRow[]>(
      `SELECT ${COLUMNS} FROM candidates c WHERE ${MATCHABLE} AND c.number > $1 ORDER BY c.number LIMIT ${PAGE_SIZE}`,
      [after],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => readRow(row, catalogue, month));
    after = last.number;
  }
}

function readRow(row: CandidateRow, catalogue: Catalogue, month: number): Matchable {
  const { numberOf } = catalogue.occupations;
  const facts: CandidateFacts = {
    person: row.number,
    tieSalt: Number(row.tieSalt),
    district: row.regionCode === null ? null : areaNumber(row.regionCode),
    willingAreas: row.willingRegionCodes.map((code) => areaRange(areaNumber(code))),
    competencies: readCompetencies(row, catalogue),
    experiences: bandWork(
      row.experiences.map(([occupationId, start, end]) => ({
        occupation: occupationId === null ? null : (numberOf.get(occupationId) ?? null),
        // Work that began and ended in one month counts as one.
        months: Math.max(1, (end ?? month) - start),
      })),
      catalogue.taxonomy,
    ),
    education: row.education && bandedEducationStep(row.education),
    employmentTypes: employmentBits(row.employmentTypes),
    availableFromMonth: bandedAvailability(row.availableFromMonth, month),
    confirmedMonth: startOfQuarter(row.confirmedMonth),
  };
  return { id: row.id, facts };
}

/** Of a competency and one that it replaced, the better counts. */
function readCompetencies(row: CandidateRow, { competencies }: Catalogue): HeldCompetency[] {
  const held = new Map<number, HeldCompetency>();
  for (const [id, level, status] of row.competencies) {
    const competency = competencies.numberOf.get(id);
    if (competency === undefined) continue;
    const known = held.get(competency);
    held.set(competency, {
      competency,
      level: Math.max(bandHeldLevel(level), known?.level ?? 0),
      evidence: Math.max(bandedEvidence(status), known?.evidence ?? 0),
    });
  }
  return [...held.values()];
}
