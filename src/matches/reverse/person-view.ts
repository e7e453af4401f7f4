import { type CompiledVacancy, LACKS_NOTHING } from '../../matching/core/compile';
import { measureDistance } from '../../matching/core/distance';
import { checkThreshold, lackOf } from '../../matching/core/eligibility';
import { countExperience } from '../../matching/core/experience';
import type {
  CandidateFacts,
  HeldCompetency,
  Threshold,
  VacancyFacts,
} from '../../matching/core/facts';
import { FULL_BP, HALF_BP } from '../../matching/core/fixed-point';
import type { Geography } from '../../matching/core/geography';
import { creditAvailability, creditEducation, creditExperience } from '../../matching/core/score';
import { resize } from './resize';
import { WorkCredits } from './work-credits';

const EVIDENCE_BITS = 3;

/** Level and evidence of a held competency in one number. */
const gradeOf = ({ level, evidence }: HeldCompetency) => (level << EVIDENCE_BITS) | evidence;
export const levelOf = (grade: number) => grade >> EVIDENCE_BITS;
export const evidenceOf = (grade: number) => grade & (2 ** EVIDENCE_BITS - 1);

/** The numbers of what a vacancy asks beside competencies. */
export interface Questions {
  /** Among what is asked of past work. */
  readonly occupation: number;
  readonly experience: number;
  readonly distance: number;
  readonly education: number;
  readonly availability: number;
}

/** What somebody earns for an answer, and what it matters that it is not what was asked for. */
interface Answer {
  readonly creditBp: number;
  readonly lack: number;
}

type Question = (person: CandidateFacts) => Answer;

const NOT_ASKED = -1;
const FIRST_ROOM = 64;

/**
 * The person at hand, who answers a question once for all vacancies that ask the same.
 *
 * Shape: all vacancies are compiled with one taxonomy and one geography. Every question that was ever asked is kept:
 * some thousands of a kilobyte, since most of what tells vacancies apart are competencies.
 */
export class PersonView {
  /** By competency: level and evidence; 0 = not held. */
  grades = new Int32Array(FIRST_ROOM);
  private readonly work = new WorkCredits();
  /** By number of a question, once it was asked. */
  private credits = new Int32Array(FIRST_ROOM);
  private lacks = new Int32Array(FIRST_ROOM);
  private readonly questions: Question[] = [];
  private readonly numbers = new Map<string, number>();
  private person: CandidateFacts | null = null;

  /** By number: what the past work earns, from 0 to 10,000. */
  get works(): Int32Array {
    return this.work.credits;
  }

  /** Takes in what a vacancy asks. */
  register(vacancy: CompiledVacancy): Questions {
    const { facts, taxonomy, geography, occupationEvidence } = vacancy;
    const { competencyCount } = taxonomy;
    if (competencyCount > this.grades.length) this.grades = resize(this.grades, competencyCount);
    const { occupation, experience, education, employmentType, startMonth } = facts;
    const family = occupation === null ? null : taxonomy.familyOf(occupation);
    return {
      occupation: this.work.register(occupation, occupationEvidence),
      experience: this.number(`experience ${name(experience)} in ${family}`, (person) => {
        const months = countExperience(person.experiences, occupation, taxonomy);
        const creditBp = creditExperience({ facts }, months);
        return { creditBp, lack: lackOf(experience, checkThreshold(experience, months)) };
      }),
      distance: this.number(`distance ${namePlaces(facts)}`, ({ district }) =>
        lackNothing(creditDistance(facts, district, geography)),
      ),
      education: this.number(`education ${name(education)}`, (person) => {
        const creditBp = creditEducation({ facts }, person.education);
        return { creditBp, lack: lackOf(education, checkThreshold(education, person.education)) };
      }),
      availability: this.number(`availability ${employmentType} ${startMonth}`, (person) =>
        lackNothing(creditAvailability({ facts }, person)),
      ),
    };
  }

  /** Turns to another person. */
  open(person: CandidateFacts): void {
    const { grades } = this;
    for (const { competency } of this.person?.competencies ?? []) grades[competency] = 0;
    for (const held of person.competencies) grades[held.competency] = gradeOf(held);
    this.credits.fill(NOT_ASKED);
    this.work.open(person.experiences);
    this.person = person;
  }

  /** What the answer to a question earns. */
  creditBp(question: number): number {
    const known = this.credits[question];
    return known === NOT_ASKED ? this.ask(question) : known;
  }

  /** What the answer to a question lacks, once its credit was asked for. */
  lackOf(question: number): number {
    return this.lacks[question];
  }

  /** Errors: RangeError while nobody is at hand. */
  private ask(question: number): number {
    if (this.person === null) throw new RangeError('Nobody is at hand');
    const { creditBp, lack } = this.questions[question](this.person);
    this.credits[question] = creditBp;
    this.lacks[question] = lack;
    return creditBp;
  }

  private number(name: string, question: Question): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.questions.push(question) - 1;
    this.numbers.set(name, number);
    if (number === this.credits.length) {
      this.credits = resize(this.credits, number * 2);
      this.lacks = resize(this.lacks, number * 2);
    }
    return number;
  }
}

const lackNothing = (creditBp: number): Answer => ({ creditBp, lack: LACKS_NOTHING });

const name = (asked: Threshold | null) =>
  asked === null ? 'none' : `${asked.minimum} ${asked.necessity}`;

const namePlaces = ({ isRemote, places, measuresRegencies }: VacancyFacts) =>
  isRemote ? 'anywhere' : `${places} ${measuresRegencies === true}`;

function creditDistance(facts: VacancyFacts, district: number | null, geography: Geography) {
  if (facts.isRemote) return FULL_BP;
  return district === null ? HALF_BP : measureDistance(facts, district, geography).creditBp;
}
