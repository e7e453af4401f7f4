import {
  type CompiledVacancy,
  LACKS_MUST,
  LACKS_SHOULD,
  lackOfUnmet,
} from '../../matching/core/compile';
import { POSSIBLE_BP, STRONG_BP } from '../../matching/core/eligibility';
import { EXPERIENCE_BANDS } from '../../matching/core/experience';
import type { Threshold } from '../../matching/core/facts';
import { FULL_BP, HALF_BP } from '../../matching/core/fixed-point';
import { VIA } from '../../matching/core/taxonomy';
import { NO_PLACE } from './sql-tables';

/** Everything that the statement is written for, beside the vacancy. */
export interface SqlContext {
  /** The regencies of the nation. */
  readonly regencies: readonly number[];
  /** Places wanted. */
  readonly first: number;
}

/**
 * The whole ranking in one statement: eligibility, score, totals, first places and how many share their scores.
 *
 * Ties: more rows than wanted come where score, verified competencies and confirmation are equal; the mixed salts
 * decide outside, since SQL has no product of 32 bits that wraps around.
 * Errors: RangeError for a vacancy that asks for no competency: everybody may be eligible, an index selects nobody.
 */
export function rankingSql(vacancy: CompiledVacancy, context: SqlContext): string {
  if (!vacancy.needsSharedCompetency) throw new RangeError('The vacancy asks for no competency');
  return `
WITH covered AS (
  SELECT person, ${vacancy.requirements.map((_, at) => `max(c${at}) AS c${at}`).join(', ')},
    bit_or(met) AS met, bit_or(vouched) AS vouched
  FROM (${linkRows(vacancy, context)}) AS one
  GROUP BY person),
judged AS (
  SELECT c.person, p.tie_salt, p.confirmed, bit_count(c.vouched::bit(32)) AS verified, c.met,
    (${evidenceSum(vacancy)}) AS evidence, ${occupationSql(vacancy)} AS occupation, ${monthsSql(vacancy)} AS months,
    p.education, ${distanceSql(vacancy, context)} AS distance, (${employmentSql(vacancy)} + ${startSql(vacancy)}) / 2 AS availability
  FROM covered c JOIN people p USING (person)
  WHERE ${heldConditions(vacancy)}),
scored AS MATERIALIZED (
  SELECT person, tie_salt, confirmed, verified, ${misses(vacancy, LACKS_SHOULD)} AS misses_should,
    (evidence + ${vacancy.occupationShareBp} * occupation / ${FULL_BP}) * ${vacancy.specificityBp} / ${FULL_BP}
    + ${vacancy.experienceShareBp} * ${experienceSql(vacancy.facts.experience)} / ${FULL_BP}
    + ${vacancy.distanceShareBp} * distance / ${FULL_BP}
    + ${vacancy.educationShareBp} * ${educationSql(vacancy.facts.education)} / ${FULL_BP}
    + ${vacancy.availabilityShareBp} * availability / ${FULL_BP} AS score
  FROM judged WHERE NOT ${misses(vacancy, LACKS_MUST)}),
top AS (
  SELECT * FROM scored ORDER BY score DESC, verified DESC, confirmed DESC
  FETCH FIRST ${context.first} ROWS WITH TIES),
shared AS (
  SELECT score, count(*)::int AS people FROM scored WHERE score >= (SELECT min(score) FROM top) GROUP BY score),
totals AS (
  SELECT count(*)::int AS eligible,
    count(*) FILTER (WHERE score >= ${STRONG_BP} AND NOT misses_should)::int AS strong,
    count(*) FILTER (WHERE score < ${POSSIBLE_BP})::int AS stretch FROM scored)
SELECT totals.*, top.person, top.tie_salt AS "tieSalt", top.confirmed, top.verified::int, top.score,
  top.misses_should AS "missesShould", shared.people
FROM totals LEFT JOIN top ON true LEFT JOIN shared USING (score)`;
}

/**
 * Whoever holds what covers a requirement, a stretch of the index for each: as constants the planner knows how common
 * each competency is, of a joined list it does not.
 */
function linkRows(vacancy: CompiledVacancy, context: SqlContext): string {
  const where = `${placeFilter(vacancy, context)}${mustFilter(vacancy, context)}`;
  const stretches = [...vacancy.links].flatMap(([held, covered]) =>
    covered.map((link) => {
      const { minLevel } = vacancy.requirements[link.requirement];
      const bit = 1 << link.requirement;
      const credit = `CASE WHEN level >= ${minLevel} THEN ${link.strengthBp} ELSE ${link.strengthBp} * level / ${minLevel} END`;
      const credits = vacancy.requirements.map((_, at) =>
        at === link.requirement ? credit : 'NULL::int',
      );
      const met = link.canMeet ? `CASE WHEN level >= ${minLevel} THEN ${bit} ELSE 0 END` : '0';
      const vouched =
        link.via <= VIA.IMPLIED ? `CASE WHEN evidence >= 1 THEN ${bit} ELSE 0 END` : '0';
      return `SELECT person, ${credits.map((sql, at) => `${sql} AS c${at}`).join(', ')}, ${met} AS met, ${vouched} AS vouched
    FROM held WHERE competency = ${held}::smallint${where}`;
    }),
  );
  return stretches.join(' UNION ALL ');
}

/** Credits by place of the regency: an array, since a joined list of 514 is walked through for each person. */
const distanceSql = (vacancy: CompiledVacancy, { regencies }: SqlContext) =>
  `coalesce(('{${regencies.map((area) => vacancy.distanceBp(area)).join()}}'::int[])[p.regency + 1], ${HALF_BP})`;

/** A person stands in the index once for each place; a second time changes no maximum. */
function placeFilter({ facts }: CompiledVacancy, { regencies }: SqlContext): string {
  const inside = regencies.filter((area) =>
    facts.scope.some(({ from, to }) => from <= area && area <= to),
  );
  if (inside.length === regencies.length) return '';
  return ` AND place = ANY ('{${[NO_PLACE, ...inside].join()}}'::int[])`;
}

/** Only whoever meets the must that the fewest competencies meet. */
function mustFilter(vacancy: CompiledVacancy, context: SqlContext): string {
  const { requirements, links } = vacancy;
  const musts = requirements.flatMap(({ lack, minLevel }, at) => {
    if (lack !== LACKS_MUST) return [];
    const meeting = [...links.values()].flat().filter((l) => l.requirement === at && l.canMeet);
    return [{ minLevel, held: meeting.map(({ held }) => held) }];
  });
  musts.sort((a, b) => a.held.length - b.held.length);
  if (musts.length === 0) return '';
  const [{ minLevel, held }] = musts;
  return ` AND person IN (SELECT person FROM held WHERE competency = ANY ('{${held.join()}}'::smallint[])
      AND level >= ${minLevel}${placeFilter(vacancy, context)})`;
}

const evidenceSum = ({ requirements }: CompiledVacancy) =>
  requirements
    .map(({ shareBp }, at) => `${shareBp} * coalesce(c.c${at}, 0) / ${FULL_BP}`)
    .join(' + ');

function heldConditions({ requirements }: CompiledVacancy): string {
  const opening = requirements.flatMap(({ opensEligibility }, at) =>
    opensEligibility ? [`c.c${at} > 0`] : [],
  );
  const musts = maskOf(requirements.map(({ lack }) => lack === LACKS_MUST));
  const sharesOne = `(${opening.join(' OR ')})`;
  return musts === 0 ? sharesOne : `${sharesOne} AND (c.met & ${musts}) = ${musts}`;
}

const maskOf = (bits: readonly boolean[]) =>
  bits.reduce((mask, isSet, at) => mask | (isSet ? 1 << at : 0), 0);

/** Whether something is missing that matters so much. */
function misses({ requirements, facts }: CompiledVacancy, lack: number): string {
  const wanted = maskOf(requirements.map((requirement) => requirement.lack === lack));
  // Left out where nothing is wanted: the planner would take it for a condition that hardly anybody meets.
  const fails = wanted === 0 ? ['false'] : [`(met & ${wanted}) <> ${wanted}`];
  const { education, experience } = facts;
  if (education && lackOfUnmet(education.necessity) === lack) {
    fails.push(`coalesce(education < ${education.minimum}, false)`);
  }
  if (experience && lackOfUnmet(experience.necessity) === lack) {
    fails.push(`months < ${experience.minimum}`);
  }
  return `(${fails.join(' OR ')})`;
}

const WORKS = [1, 2, 3];

function occupationSql({ occupationEvidence }: CompiledVacancy): string {
  if (occupationEvidence === null) return `${HALF_BP}`;
  const credits = `('{${occupationEvidence.join()}}'::int[])`;
  return `greatest(0, ${WORKS.map((at) => `${credits}[p.job${at} + 1]`).join(', ')})`;
}

/** Twice the months that count, banded. */
function monthsSql({ sameFamily }: CompiledVacancy): string {
  const family = sameFamily && `('{${sameFamily.join()}}'::int[])`;
  const doubled = WORKS.map((at) =>
    family
      ? `coalesce(p.months${at} * (1 + coalesce(${family}[p.job${at} + 1], 0)), 0)`
      : `coalesce(2 * p.months${at}, 0)`,
  ).join(' + ');
  const bands = EXPERIENCE_BANDS.flatMap(({ below, countsAs }) =>
    Number.isFinite(below) ? [`WHEN ${doubled} < ${2 * below} THEN ${countsAs}`] : [],
  );
  return `CASE ${bands.join(' ')} ELSE ${EXPERIENCE_BANDS.at(-1)?.countsAs} END`;
}

function experienceSql(asked: Threshold | null): string {
  if (asked === null) return `${HALF_BP}`;
  return `(CASE WHEN months >= ${asked.minimum} THEN ${FULL_BP} ELSE ${FULL_BP} * months / ${Math.max(1, asked.minimum)} END)`;
}

function educationSql(asked: Threshold | null): string {
  if (asked === null) return `${HALF_BP}`;
  return `(CASE WHEN education IS NULL THEN ${HALF_BP} WHEN education >= ${asked.minimum} THEN ${FULL_BP} ELSE 0 END)`;
}

function employmentSql({ facts: { employmentType } }: CompiledVacancy): string {
  if (employmentType === null) return `${HALF_BP}`;
  return `CASE WHEN p.employment IS NULL THEN ${HALF_BP} WHEN p.employment & ${employmentType} <> 0 THEN ${FULL_BP} ELSE 0 END`;
}

function startSql({ facts: { startMonth } }: CompiledVacancy): string {
  if (startMonth === null) return `${HALF_BP}`;
  return `CASE WHEN p.available IS NULL THEN ${HALF_BP} WHEN p.available <= ${startMonth} THEN ${FULL_BP} ELSE 0 END`;
}
