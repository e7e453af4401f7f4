import type { Client } from 'pg';
import { expectWork } from '../../src/evaluation/oracle-parts';
import { areaRange } from '../../src/matching/core/area';
import type {
  CandidateFacts,
  Necessity,
  RequirementKind,
  VacancyFacts,
} from '../../src/matching/core/facts';
import { areaOf, at, type NumberedRules } from './rules';

/** Bands, the lowest first: what is held and what is asked for compare by them. Source: docs/MATCHING.md. */
const LADDER = [
  'NO_SCHOOL/SD_UNFINISHED/SD',
  'SMP',
  'SMA/SMK',
  'D1/D2/D3',
  'D4/S1/PROFESSION',
  'S2/SPECIALIST/S3',
];
const EMPLOYMENT = ['PERMANENT', 'FIXED_TERM', 'DAILY', 'PART_TIME', 'FREELANCE', 'INTERNSHIP'];

/** Everybody who may be ranked today, by the id in the database. */
export async function readPeople(
  client: Client,
  rules: NumberedRules,
  today: Date,
): Promise<Map<string, CandidateFacts>> {
  const thisMonth = today.getUTCFullYear() * 12 + today.getUTCMonth();
  const people = await client.query<Record<string, string | null> & { id: string }>(
    `SELECT id, number::text, tie_salt::text, region_code, array_to_string(willing_region_codes, ' ') AS willing,
       education, array_to_string(employment_types, ' ') AS types, available_from::text, confirmed_on::text
     FROM candidates WHERE status = 'ACTIVE' AND matching_consent_at IS NOT NULL`,
  );
  const held = await client.query<{
    who: string;
    what: string;
    level: number;
    evidence: string;
  }>(
    'SELECT candidate_id AS who, competency_id AS what, level, evidence FROM candidate_competencies',
  );
  const work = await client.query<{
    who: string;
    job: string | null;
    from: string;
    to: string | null;
  }>(
    'SELECT candidate_id AS who, occupation_id AS job, started_on::text AS "from", ended_on::text AS "to" FROM work_experiences',
  );
  const heldBy = groupBy(held.rows);
  const workOf = groupBy(work.rows);
  const facts = people.rows.map((row): [string, CandidateFacts] => [
    row.id,
    {
      person: Number(row.number),
      tieSalt: Number(row.tie_salt),
      district: row.region_code === null ? null : areaOf(row.region_code),
      willingAreas: words(row.willing).map((code) => areaRange(areaOf(code))),
      competencies: (heldBy.get(row.id) ?? []).map(({ what, level, evidence }) => ({
        competency: at(rules.competencies, what),
        level: [2, 2, 3, 4, 4][level - 1],
        evidence: evidence === 'SELF_DECLARED' ? 0 : 1,
      })),
      experiences: expectWork(
        rules,
        (workOf.get(row.id) ?? []).map(({ job, from, to }) => ({
          occupation: job === null ? null : at(rules.occupations, job),
          months: Math.max(1, (to === null ? thisMonth : monthOf(to)) - monthOf(from)),
        })),
      ),
      education: row.education === null ? null : stepOf(row.education),
      employmentTypes: row.types ? bits(words(row.types)) : null,
      availableFromMonth: row.available_from === null ? null : free(row.available_from, thisMonth),
      confirmedMonth: quarterOf(row.confirmed_on ?? ''),
    },
  ]);
  return new Map(facts);
}

/** The facts of one vacancy. */
export async function readVacancy(
  client: Client,
  rules: NumberedRules,
  id: string,
): Promise<VacancyFacts> {
  const { rows } = await client.query<{
    number: number;
    salt: string;
    remote: boolean;
    job: string | null;
    type: string | null;
    start: string | null;
    weights: number[];
    places: string;
  }>(
    `SELECT number, tie_salt AS salt, is_remote AS remote, occupation_id AS job, employment_type AS type,
       starts_on::text AS start, ARRAY[competency_weight_bp, experience_weight_bp, distance_weight_bp,
         education_weight_bp, availability_weight_bp] AS weights,
       (SELECT string_agg(region_code, ' ') FROM vacancy_regions WHERE vacancy_id = id) AS places
     FROM vacancies WHERE id = $1`,
    [id],
  );
  const asked = await client.query<{
    id: string;
    kind: string;
    necessity: Necessity;
    weight: number;
    what: string | null;
    level: number | null;
    education: string | null;
    months: number | null;
  }>(
    `SELECT id, kind, necessity, weight_bp AS weight, competency_id AS what, min_level AS level, education,
       min_months AS months FROM requirements WHERE vacancy_id = $1 ORDER BY position`,
    [id],
  );
  const [row] = rows;
  const threshold = (kind: string, minimumOf: (one: (typeof asked.rows)[number]) => number) => {
    const one = asked.rows.find((requirement) => requirement.kind === kind);
    if (one === undefined) return null;
    const { id: key, necessity, weight } = one;
    return { id: key, necessity, weightBp: weight, minimum: minimumOf(one) };
  };
  const areas = words(row.places).map(areaOf);
  const [competency, experience, distance, education, availability] = row.weights;
  return {
    vacancy: row.number,
    tieSalt: Number(row.salt),
    scope: areas.map((area) => areaRange(Math.floor(area / 100) * 100)),
    places: areas,
    isRemote: row.remote,
    occupation: row.job === null ? null : at(rules.occupations, row.job),
    requirements: asked.rows.flatMap(({ id: key, kind, necessity, weight, what, level }) =>
      what === null
        ? []
        : [
            {
              id: key,
              kind: kind as RequirementKind,
              competency: at(rules.competencies, what),
              minLevel: [1, 2, 3, 4, 4][(level ?? 1) - 1],
              necessity,
              weightBp: weight,
            },
          ],
    ),
    education: threshold('EDUCATION', ({ education }) => stepOf(education ?? '')),
    experience: threshold('EXPERIENCE', ({ months }) => months ?? 0),
    employmentType: row.type === null ? null : bits([row.type]),
    startMonth: row.start === null ? null : monthOf(row.start),
    partWeights: { competency, experience, distance, education, availability },
  };
}

function groupBy<T extends { who: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.who, [...(groups.get(row.who) ?? []), row]);
  return groups;
}

const words = (text: string | null) => (text ?? '').split(' ').filter((word) => word !== '');

/** Months since year 0 of `2026-11-21`. */
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The first month of the quarter that a day lies in. */
const quarterOf = (day: string) => Math.floor(monthOf(day) / 3) * 3;

/** 0 for whoever is free by the beginning of the quarter that contains the day, seen from this month. */
const free = (day: string, thisMonth: number) => (quarterOf(day) > thisMonth ? quarterOf(day) : 0);

const stepOf = (level: string) => LADDER.findIndex((step) => step.split('/').includes(level));

const bits = (types: readonly string[]) =>
  types.reduce((all, type) => all | (1 << EMPLOYMENT.indexOf(type)), 0);
