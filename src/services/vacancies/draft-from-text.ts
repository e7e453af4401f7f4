import type { Clock } from '../../clock';
import type { EmploymentType, WageUnit } from '../../entities/vocabulary';
import { errors, reasons } from '../../errors';
import { type ImportedRequirement, requirementsOf } from '../../imports/requirements';
import type { VacancyFacts } from '../../matching/core/facts';
import { changeVacancy, type Simulation } from '../../matching/core/simulate';
import { areaNumber } from '../../matching/facts/area-codes';
import { bandedEducationStep, scopeOf } from '../../matching/facts/bands';
import type { Catalogue } from '../../matching/facts/catalogue';
import { employmentBit } from '../../matching/facts/scales';
import type { FactsSource } from '../../matching/facts-store';
import type { TextReaders } from '../../search/term-catalogue';
import { readPastedAd } from '../../text/pasted-ad';
import { employerOf } from '../accounts/employer-of';
import { spendQuestions } from '../matching/question-budget';
import { SIMULATED_TOP } from '../matching/simulate-vacancy';
import { isPlainText } from '../plain-text';
import { type NoteTerm, noteEntry } from '../terms/note-words';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';
import { vacancyLimits } from './draft';

/** A vacancy as a pasted advertisement states it; null = not stated. */
export interface DraftedVacancy {
  title: string;
  occupationId: string | null;
  requirements: readonly ImportedRequirement[];
  regionCodes: readonly string[];
  employmentType: EmploymentType | null;
  wageMin: string | null;
  wageMax: string | null;
  wageUnit: WageUnit | null;
  reach: DraftReach;
}

/** Whom the draft would reach today. */
export interface DraftReach {
  pool: Simulation['after'];
  /** Place of the requirement that costs most, and how many meet all others and fail it; null = none costs anybody. */
  costliest: { at: number; excluded: number } | null;
}

interface Deps {
  readers: () => Promise<TextReaders>;
  facts: FactsSource;
  note: NoteTerm;
  readAs: RunAs;
  runAs: RunAs;
  clock: Clock;
}

/**
 * Drafts a vacancy from an advertisement; nothing of the text is stored but words that nobody
 * understood, once several accounts typed them.
 *
 * Errors: BAD_USER_INPUT for a text that is blank or holds hidden characters; EMPLOYER_ONLY; SIMULATION_BUDGET_SPENT.
 * Cost: 4 queries, the words, and two scores a person in the places named.
 */
export const draftFromText =
  ({ readers, facts, note, ...deps }: Deps) =>
  async (viewer: Viewer, text: string, signal?: AbortSignal): Promise<DraftedVacancy> => {
    if (!isPlainText(text, vacancyLimits.descriptionLength)) {
      throw errors.input.invalid('text', reasons.notPlainText);
    }
    const askerId = await employerOf(deps.readAs, viewer, deps.clock.now());
    const read = await readers();
    const ad = readPastedAd(text, read);
    for (const { type, term } of ad.understanding.unresolved)
      noteEntry(note, viewer, term, type, 'employer');
    const { pay } = ad.understanding;
    const draft = {
      title: ad.title,
      occupationId: ad.understanding.occupation?.id ?? null,
      requirements: requirementsOf(ad.understanding, read.vacancies).slice(
        0,
        vacancyLimits.requirements,
      ),
      regionCodes: ad.regionCodes.slice(0, vacancyLimits.regions),
      employmentType: ad.employment,
      wageMin: pay?.minIdr == null ? null : String(pay.minIdr),
      wageMax: pay?.maxIdr == null ? null : String(pay.maxIdr),
      wageUnit: pay?.minIdr == null && pay?.maxIdr == null ? null : (pay.unit ?? 'MONTH'),
    };
    const { catalogue, people } = await facts.current();
    const stated = toFacts(draft, catalogue);
    await spendQuestions(deps, [{ askerId, vacancyId: null, isPublic: false, asked: [stated] }]);
    // As strict as it can be read: then each requirement tells whom it alone would exclude.
    const strict = changeVacancy(
      stated,
      draft.requirements.map((_, at) => ({ requirementId: String(at), necessity: 'MUST' })),
    );
    const found = await people.simulate(strict, stated, SIMULATED_TOP, signal);
    return { ...draft, reach: { pool: found.after, costliest: findCostliest(found) } };
  };

function findCostliest({ excludedOnlyBy }: Simulation): DraftReach['costliest'] {
  const counts = [...excludedOnlyBy].map(([id, excluded]) => ({ at: Number(id), excluded }));
  const [most] = counts.sort((a, b) => b.excluded - a.excluded || a.at - b.at);
  return most && most.excluded > 0 ? most : null;
}

/** Facts of a draft; the id of a requirement is its place. */
function toFacts(
  { requirements, ...draft }: Omit<DraftedVacancy, 'reach'>,
  { competencies, occupations }: Catalogue,
): VacancyFacts {
  const places = draft.regionCodes.map(areaNumber);
  const numbered = requirements.map((one, at) => ({ ...one, id: String(at), weightBp: 10_000 }));
  const { occupationId, employmentType } = draft;
  return {
    vacancy: 0,
    tieSalt: 0,
    scope: scopeOf(places),
    places,
    // A text belongs to no organisation whose places could be counted.
    measuresRegencies: true,
    isRemote: false,
    occupation: occupationId === null ? null : (occupations.numberOf.get(occupationId) ?? null),
    requirements: numbered.flatMap(({ id, kind, competencyId, necessity, weightBp }) => {
      const competency = competencyId && competencies.numberOf.get(competencyId);
      if (kind === 'EDUCATION' || kind === 'EXPERIENCE' || typeof competency !== 'number')
        return [];
      return [{ id, kind, competency, minLevel: 1, necessity, weightBp }];
    }),
    education: threshold(numbered, ({ education }) => education && bandedEducationStep(education)),
    experience: threshold(numbered, ({ minMonths }) => minMonths),
    employmentType: employmentType && employmentBit(employmentType),
    startMonth: null,
  };
}

function threshold<
  T extends Pick<ImportedRequirement, 'necessity'> & { id: string; weightBp: number },
>(requirements: readonly T[], minimumOf: (one: T) => number | null): VacancyFacts['education'] {
  for (const one of requirements) {
    const minimum = minimumOf(one);
    const { id, necessity, weightBp } = one;
    if (minimum !== null) return { id, necessity, weightBp, minimum };
  }
  return null;
}
