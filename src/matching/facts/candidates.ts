import { setImmediate } from 'node:timers/promises';
import type { EducationLevel, EmploymentType, EvidenceStatus } from '../../entities/vocabulary';
import { areaRange } from '../core/area';
import { bandWork } from '../core/experience';
import type { CandidateFacts, HeldCompetency, PastWork } from '../core/facts';
import { bandHeldLevel } from '../core/levels';
import { areaNumber } from './area-codes';
import { bandedAvailability, bandedEducationStep, bandedEvidence, startOfQuarter } from './bands';
import type { Catalogue } from './catalogue';
import { monthOfDay } from './months';
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
  availableDay: number | null;
  confirmedDay: number;
  /** One text of each column of the competencies, null for none: JSON of a million people would take twice the time. */
  competencyIds: string | null;
  levels: string | null;
  evidence: string | null;
  /** Of each past work the first day, the last or nothing, the occupation or nothing. */
  works: string | null;
}

const daySql = (column: string) => `${column} - DATE 'epoch'`;
const BETWEEN = '\t';
const WITHIN = ' ';

const COLUMNS = `
  c.id, c.number, c.tie_salt AS "tieSalt", c.region_code AS "regionCode",
  c.willing_region_codes AS "willingRegionCodes", c.education, c.employment_types AS "employmentTypes",
  ${daySql('c.available_from')} AS "availableDay", ${daySql('c.confirmed_on')} AS "confirmedDay", held.*,
  (SELECT string_agg(concat(${daySql('w.started_on')}, ' ', ${daySql('w.ended_on')}, ' ', w.occupation_id), E'\\t'
      ORDER BY w.started_on, w.id)
    FROM work_experiences w WHERE w.candidate_id = c.id) AS works`;
const TABLES = `candidates c LEFT JOIN LATERAL (
    SELECT string_agg(cc.competency_id, E'\\t') AS "competencyIds", string_agg(cc.level::text, '') AS levels,
      string_agg(cc.evidence, E'\\t') AS evidence
    FROM candidate_competencies cc WHERE cc.candidate_id = c.id) held ON true`;
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
    `SELECT ${COLUMNS} FROM ${TABLES} WHERE ${MATCHABLE} AND c.id = ANY($1::uuid[])`,
    [ids],
  );
  return rows.map((row) => readRow(row, catalogue, month));
}

/** Everybody who may be ranked, in pages; the next is being read while one is put to use. */
export async function* pageCandidates(
  manager: Queryable,
  catalogue: Catalogue,
  month: number,
): AsyncGenerator<Matchable[]> {
  const read = (after: number) => {
    const page = manager.query<CandidateRow[]>(
      `SELECT ${COLUMNS} FROM ${TABLES} WHERE ${MATCHABLE} AND c.number > $1 ORDER BY c.number LIMIT ${PAGE_SIZE}`,
      [after],
    );
    // Whoever has ended by then does not hear of its failure.
    page.catch(() => undefined);
    return page;
  };
  for (let next = read(-1); ; ) {
    const rows = await next;
    const last = rows.at(-1);
    if (last === undefined) return;
    next = read(last.number);
    // The driver sends at the end of this turn; without it the database would wait while the page is put to use.
    await setImmediate();
    yield rows.map((row) => readRow(row, catalogue, month));
  }
}

function readRow(row: CandidateRow, catalogue: Catalogue, month: number): Matchable {
  const availableFrom = row.availableDay === null ? null : monthOfDay(row.availableDay);
  const facts: CandidateFacts = {
    person: row.number,
    tieSalt: Number(row.tieSalt),
    district: row.regionCode === null ? null : areaNumber(row.regionCode),
    willingAreas: row.willingRegionCodes.map((code) => areaRange(areaNumber(code))),
    competencies: readCompetencies(row, catalogue),
    experiences: bandWork(readWorks(row, catalogue, month), catalogue.taxonomy),
    education: row.education && bandedEducationStep(row.education),
    employmentTypes: employmentBits(row.employmentTypes),
    availableFromMonth: bandedAvailability(availableFrom, month),
    confirmedMonth: startOfQuarter(monthOfDay(row.confirmedDay)),
  };
  return { id: row.id, facts };
}

/** Ascending by competency; of one and another that it replaced, the better counts. */
function readCompetencies(row: CandidateRow, { competencies }: Catalogue): HeldCompetency[] {
  const held = new Map<number, HeldCompetency>();
  const evidence = row.evidence?.split(BETWEEN) ?? [];
  row.competencyIds?.split(BETWEEN).forEach((id, at) => {
    const competency = competencies.numberOf.get(id);
    if (competency === undefined) return;
    const known = held.get(competency);
    const level = bandHeldLevel(Number(row.levels?.[at]));
    held.set(competency, {
      competency,
      level: Math.max(level, known?.level ?? 0),
      evidence: Math.max(bandedEvidence(evidence[at] as EvidenceStatus), known?.evidence ?? 0),
    });
  });
  return [...held.values()].sort((a, b) => a.competency - b.competency);
}

function readWorks(row: CandidateRow, { occupations }: Catalogue, month: number): PastWork[] {
  const works = row.works?.split(BETWEEN) ?? [];
  return works.map((work) => {
    const [start, end, ...occupation] = work.split(WITHIN);
    const last = end === '' ? month : monthOfDay(Number(end));
    return {
      occupation: occupations.numberOf.get(occupation.join(WITHIN)) ?? null,
      // Work that began and ended in one month counts as one.
      months: Math.max(1, last - monthOfDay(Number(start))),
    };
  });
}
