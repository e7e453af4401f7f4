import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compileVacancy } from '../../../src/matching/core/compile';
import { explain, type FactorLine } from '../../../src/matching/core/explain';
import {
  asks,
  buildCandidate,
  buildVacancy,
  hold,
  JOB,
  PALU,
  PALU_BARAT,
  SKILL,
  smallTaxonomy,
  sulawesi,
} from './builders';

const document = readFileSync(path.resolve(__dirname, '../../../docs/MATCHING.md'), 'utf8');

const vacancy = buildVacancy({
  occupation: JOB.barista,
  places: [PALU],
  requirements: [
    asks(SKILL.kasir, { id: 'Mengoperasikan kasir', necessity: 'MUST', minLevel: 2 }),
    asks(SKILL.espresso, { id: 'Membuat espresso', necessity: 'NICE', minLevel: 4 }),
  ],
  experience: { id: '12 months', necessity: 'SHOULD', weightBp: 10_000, minimum: 12 },
  employmentType: 1,
});

const candidate = buildCandidate({
  district: PALU_BARAT,
  competencies: [hold(SKILL.kasir, 3), hold(SKILL.latteArt, 3, 4)],
  experiences: [{ occupation: JOB.bartender, months: 14 }],
  employmentTypes: 1,
});

const compiled = compileVacancy(vacancy, smallTaxonomy, sulawesi);
const match = explain(compiled, candidate);

const inBp = (value: number) => value.toLocaleString('en-GB').replace('-', '−');

const row = ({ factor, requirementId, weightBp, fulfilmentBp, contributionBp, via }: FactorLine) =>
  `| ${factor}${requirementId ? ` (${requirementId})` : ''} | ${inBp(weightBp)} | ${inBp(fulfilmentBp)} | ${inBp(contributionBp)} | ${via} |`;

describe('the worked example of docs/MATCHING.md', () => {
  test.each(match.factors.map((line) => [row(line)]))('says %s', (line) => {
    expect(document).toContain(line);
  });

  test('ends in the score and verdict', () => {
    expect(document).toContain(
      `Sum: **${inBp(match.scoreBp)}**, verdict **${match.verdict}**, ${match.verifiedCount} verified.`,
    );
  });

  test('names the gap that is left', () => {
    expect(match.gaps).toEqual([
      {
        requirementId: 'Membuat espresso',
        competency: SKILL.espresso,
        haveLevel: 3,
        needLevel: 4,
      },
    ]);
    expect(match.eligibility.map(({ check, result }) => `${check} ${result}`)).toEqual([
      'SCOPE PASS',
      'SHARED_COMPETENCY PASS',
      'REQUIREMENT PASS',
      'EXPERIENCE PASS',
    ]);
  });

  test('states the specificity and the evidence of a past occupation', () => {
    expect(document).toContain(`^.75 = ${inBp(compiled.specificityBp)} bp`);
    expect(document).toContain(
      `${inBp(smallTaxonomy.occupationEvidence(JOB.barista)[JOB.bartender])} bp of the evidence`,
    );
  });
});
