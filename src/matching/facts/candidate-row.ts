import {
  type EducationLevel,
  type EmploymentType,
  evidenceStatuses,
} from '../../entities/vocabulary';
import { areaRange } from '../core/area';
import { bandWork } from '../core/experience';
import type { CandidateFacts, HeldCompetency, PastWork } from '../core/facts';
import { bandHeldLevel } from '../core/levels';
import { areaNumber } from './area-codes';
import { bandedAvailability, bandedEducationStep, bandedEvidence, startOfQuarter } from './bands';
import type { Catalogue, ConceptNumbers } from './catalogue';
import { monthOfDay } from './months';
import { employmentBits } from './scales';

/** A person who may be ranked: ACTIVE and with a live consent to be matched. The facts are banded: nothing exact enters the core. */
export interface Matchable {
  readonly id: string;
  readonly facts: CandidateFacts;
}

/** A person as read; what there may be several of is one text, null for none: JSON of a million people would take twice the time. */
export interface CandidateRow {
  id: string;
  number: number;
  tieSalt: string;
  regionCode: string | null;
  willingRegionCodes: string[];
  education: EducationLevel | null;
  employmentTypes: EmploymentType[];
  availableDay: number | null;
  confirmedDay: number;
  competencyIds: string | null;
  /** Along the competencies, a digit each. */
  levels: string | null;
  /** Along the competencies, a digit each: the place among the statuses. */
  evidence: string | null;
  /** Of each past work the first day, the last or nothing, the occupation or nothing. */
  works: string | null;
}

const BETWEEN = '\t';
const WITHIN = ' ';

const daySql = (column: string) => `${column} - DATE 'epoch'`;

const digits = evidenceStatuses.map((status, digit) => `WHEN '${status}' THEN '${digit}'`);

const PERSON = `
  c.id, c.number, c.tie_salt AS "tieSalt", c.region_code AS "regionCode",
  c.willing_region_codes AS "willingRegionCodes", c.education, c.employment_types AS "employmentTypes",
  ${daySql('c.available_from')} AS "availableDay", ${daySql('c.confirmed_on')} AS "confirmedDay",
  held."competencyIds", held.levels, held.evidence, worked.works`;
// None is sorted: facts do not depend on it.
const HELD = `
  string_agg(cc.competency_id, E'\t') AS "competencyIds", string_agg(cc.level::text, '') AS levels,
  string_agg(CASE cc.evidence ${digits.join(' ')} END, '') AS evidence`;
const WORKED = `
  string_agg(concat(${daySql('w.started_on')}, ' ', ${daySql('w.ended_on')}, ' ', w.occupation_id), E'\t') AS works`;
const MATCHABLE = `c.status = 'ACTIVE' AND c.matching_consent_at IS NOT NULL`;

/** Of the people with the ids `$1`, those who may be ranked. */
export const SOME_CANDIDATES = `
  SELECT ${PERSON} FROM candidates c
  CROSS JOIN LATERAL (
    SELECT ${HELD} FROM candidate_competencies cc WHERE cc.candidate_id = c.id) held
  CROSS JOIN LATERAL (
    SELECT ${WORKED} FROM work_experiences w WHERE w.candidate_id = c.id) worked
  WHERE ${MATCHABLE} AND c.id = ANY ($1::uuid[])`;

/**
 * Everybody who may be ranked, by id.
 *
 * Each table is read by itself in the order of an index and joined as it is read: less than looking for the parts of one
 * person after the other, and the first row comes at once.
 */
export const ALL_CANDIDATES = `
  SELECT ${PERSON} FROM candidates c
  LEFT JOIN (
    SELECT cc.candidate_id, ${HELD} FROM candidate_competencies cc GROUP BY cc.candidate_id
  ) held ON held.candidate_id = c.id
  LEFT JOIN (
    SELECT w.candidate_id, ${WORKED} FROM work_experiences w GROUP BY w.candidate_id
  ) worked ON worked.candidate_id = c.id
  WHERE ${MATCHABLE} ORDER BY c.id`;

/**
 * Leaves PostgreSQL, in this transaction, no other plan for that: others keep tables in memory or on disk before the
 * first row comes.
 */
export const PLAN_ALL = ['nestloop', 'hashjoin', 'hashagg', 'sort', 'seqscan', 'bitmapscan']
  .map((step) => `SET LOCAL enable_${step} = off;`)
  .concat('SET LOCAL max_parallel_workers_per_gather = 0')
  .join(' ');

/** Bands by digit. */
const HELD_LEVELS = Array.from({ length: 10 }, (_, level) => bandHeldLevel(level));
const HELD_EVIDENCE = evidenceStatuses.map(bandedEvidence);

const NO_WORKS: readonly PastWork[] = [];

const ZERO = '0'.charCodeAt(0);
const digitAt = (text: string, at: number): number => text.charCodeAt(at) - ZERO;

/** The facts of a person. `month` is today's: work without an end lasts until then. */
export function readCandidateRow(
  row: CandidateRow,
  catalogue: Catalogue,
  month: number,
): Matchable {
  const availableFrom = row.availableDay === null ? null : monthOfDay(row.availableDay);
  const facts: CandidateFacts = {
    person: row.number,
    tieSalt: Number(row.tieSalt),
    district: row.regionCode === null ? null : areaNumber(row.regionCode),
    willingAreas: row.willingRegionCodes.map((code) => areaRange(areaNumber(code))),
    competencies: readCompetencies(row, catalogue.competencies),
    experiences: bandWork(readWorks(row.works, catalogue.occupations, month), catalogue.taxonomy),
    education: row.education && bandedEducationStep(row.education),
    employmentTypes: employmentBits(row.employmentTypes),
    availableFromMonth: bandedAvailability(availableFrom, month),
    confirmedMonth: startOfQuarter(monthOfDay(row.confirmedDay)),
  };
  return { id: row.id, facts };
}

function readCompetencies(
  { competencyIds, levels, evidence }: CandidateRow,
  { numberOf }: ConceptNumbers,
): HeldCompetency[] {
  const held: HeldCompetency[] = [];
  if (competencyIds === null || levels === null || evidence === null) return held;
  for (let from = 0, place = 0; from <= competencyIds.length; place += 1) {
    const next = competencyIds.indexOf(BETWEEN, from);
    const to = next < 0 ? competencyIds.length : next;
    const competency = numberOf.get(competencyIds.slice(from, to));
    from = to + 1;
    if (competency === undefined) continue;
    insert(held, {
      competency,
      level: HELD_LEVELS[digitAt(levels, place)],
      evidence: HELD_EVIDENCE[digitAt(evidence, place)],
    });
  }
  return held;
}

/** Keeps them ascending by competency; of one and another that it replaced, the better counts. */
function insert(held: HeldCompetency[], one: HeldCompetency): void {
  const { competency } = one;
  let at = held.length;
  while (at > 0 && held[at - 1].competency > competency) at -= 1;
  const known = at > 0 ? held[at - 1] : undefined;
  if (known?.competency === competency) {
    const level = Math.max(one.level, known.level);
    held[at - 1] = { competency, level, evidence: Math.max(one.evidence, known.evidence) };
    return;
  }
  // A loop: for so few, moving them with `splice` takes several times as long.
  held.push(one);
  for (let place = held.length - 1; place > at; place -= 1) held[place] = held[place - 1];
  held[at] = one;
}

function readWorks(
  text: string | null,
  { numberOf }: ConceptNumbers,
  month: number,
): readonly PastWork[] {
  if (text === null) return NO_WORKS;
  return text.split(BETWEEN).map((work) => {
    const startEnds = work.indexOf(WITHIN);
    const endEnds = work.indexOf(WITHIN, startEnds + 1);
    const end = work.slice(startEnds + 1, endEnds);
    const last = end === '' ? month : monthOfDay(Number(end));
    return {
      occupation: numberOf.get(work.slice(endEnds + 1)) ?? null,
      // Work that began and ended in one month counts as one.
      months: Math.max(1, last - monthOfDay(Number(work.slice(0, startEnds)))),
    };
  });
}
