import type { EducationLevel, EmploymentType, Necessity } from '../../src/entities/vocabulary';
import { educationLevels, employmentTypes } from '../../src/entities/vocabulary';
import type { Draws } from '../../src/evaluation/ranking-speed/draws';
import { ORDINARY_PARTS } from '../../src/matching/core/parts';
import type { RequirementRow, VacancyRow } from '../../src/matching/facts/vacancies';

/** What an attacker may ask about: everything that a vacancy can name. */
export interface Known {
  readonly competencies: readonly string[];
  readonly occupations: readonly string[];
  readonly regions: readonly string[];
}

const NECESSITIES: readonly Necessity[] = ['MUST', 'SHOULD', 'NICE'];
const THIS_MONTH = 2026 * 12 + 10;

const pick = <T>(draws: Draws, from: readonly T[]): T => from[draws.below(from.length)] as T;

function drawRequirement(draws: Draws, known: Known, at: number): RequirementRow {
  const row: RequirementRow = {
    id: String(at),
    kind: 'COMPETENCY',
    necessity: pick(draws, NECESSITIES),
    weightBp: 5_000 + draws.below(15_001),
    competencyId: null,
    minLevel: null,
    education: null,
    minMonths: null,
  };
  const kind = draws.below(8);
  if (kind === 0) {
    return { ...row, kind: 'EDUCATION', education: pick<EducationLevel>(draws, educationLevels) };
  }
  if (kind === 1) return { ...row, kind: 'EXPERIENCE', minMonths: draws.below(150) };
  const competencyId = pick(draws, known.competencies);
  const minLevel = draws.chance(0.1) ? null : 1 + draws.below(5);
  return { ...row, competencyId, minLevel };
}

const drawWeights = (draws: Draws) => {
  const draw = () => 5_000 + draws.below(15_001);
  return {
    competency: draw(),
    experience: draw(),
    distance: draw(),
    education: draw(),
    availability: draw(),
  };
};

/** A vacancy of chance: a new question. */
export function drawVacancy(draws: Draws, known: Known): VacancyRow {
  const count = 1 + draws.below(6);
  const requirements = Array.from({ length: count }, (_, at) => drawRequirement(draws, known, at));
  return {
    id: 'attack',
    number: 1,
    tieSalt: '1',
    isPublished: false,
    validThrough: new Date('2027-01-01'),
    isRemote: draws.chance(0.1),
    measuresRegencies: false,
    occupationId: draws.chance(0.1) ? null : pick(draws, known.occupations),
    employmentType: draws.chance(0.2) ? null : pick<EmploymentType>(draws, employmentTypes),
    startMonth: draws.chance(0.1) ? null : THIS_MONTH - 30 + draws.below(60),
    partWeights: draws.chance(0.5) ? ORDINARY_PARTS : drawWeights(draws),
    regionCodes: [pick(draws, known.regions)],
    requirements: requirements.filter(
      ({ competencyId }, at) =>
        competencyId === null ||
        requirements.findIndex((one) => one.competencyId === competencyId) === at,
    ),
  };
}

/** The same vacancy with one thing moved: what an attacker does with a question that told something. */
export function moveOneThing(row: VacancyRow, draws: Draws, known: Known): VacancyRow {
  const fresh = drawVacancy(draws, known);
  switch (draws.below(8)) {
    case 0:
      return { ...row, regionCodes: fresh.regionCodes };
    case 1:
      return { ...row, occupationId: fresh.occupationId };
    case 2:
      return { ...row, startMonth: fresh.startMonth, employmentType: fresh.employmentType };
    case 3:
      return { ...row, partWeights: drawWeights(draws) };
    default:
      return { ...row, requirements: moveRequirement(row.requirements, draws, known) };
  }
}

function moveRequirement(rows: RequirementRow[], draws: Draws, known: Known): RequirementRow[] {
  const at = draws.below(rows.length);
  return rows.map((row, index) => {
    if (index !== at) return row;
    const fresh = drawRequirement(draws, known, at);
    if (row.kind === 'EDUCATION') {
      return { ...row, education: pick<EducationLevel>(draws, educationLevels) };
    }
    if (row.kind === 'EXPERIENCE') return { ...row, minMonths: draws.below(150) };
    if (draws.chance(0.3)) return { ...row, weightBp: fresh.weightBp, necessity: fresh.necessity };
    return { ...row, minLevel: 1 + draws.below(5) };
  });
}
