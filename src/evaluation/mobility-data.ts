import type { DataFolder } from './files';

/** What one job asks for, under dense numbers; an activity is a competency of another kind. */
export interface MobilityVacancy {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly required: readonly { readonly item: number; readonly isEssential: boolean }[];
}

/** What somebody of one job holds. */
export interface MobilityCandidate {
  readonly id: string;
  readonly code: string;
  readonly held: readonly number[];
}

/** By query, by document: the grade of a judgement. */
export type Judgements = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Vacancies and candidates without words but labels, and which of them a public repertoire holds for related. */
export interface MobilityData {
  /** By number; empty for an activity. */
  readonly labels: readonly string[];
  readonly activities: ReadonlySet<number>;
  readonly vacancies: readonly MobilityVacancy[];
  readonly candidates: readonly MobilityCandidate[];
  readonly vacancyToCandidates: Judgements;
  readonly candidateToVacancies: Judgements;
}

const FILES = {
  competencies: 'competencies.jsonl',
  vacancies: 'vacancies.jsonl',
  candidates: 'candidates.jsonl',
  vacancyToCandidates: 'qrels_vacancy_to_candidates.tsv',
  candidateToVacancies: 'qrels_candidate_to_vacancies.tsv',
} as const;

export const mobilityFiles: readonly string[] = Object.values(FILES);

interface VacancyRecord extends Record<string, unknown> {
  id: string;
  occupation_code?: string;
  required: { competency: string; importance: string }[];
  activity_ids?: { id: string; importance: string }[];
}

interface CandidateRecord {
  id: string;
  occupation_code?: string;
  competencies: string[];
  activity_ids?: string[];
}

/** Reads a folder in the format of `padan eval ranking`; labels and titles are in whatever language they are in. */
export function readMobility(folder: DataFolder): MobilityData {
  const numbers = new Map<string, number>();
  const labels: string[] = [];
  const activities = new Set<number>();
  const numberOf = (id: string): number => {
    const number = numbers.get(id) ?? numbers.size;
    if (number === numbers.size) {
      numbers.set(id, number);
      labels.push('');
    }
    return number;
  };
  const activityOf = (id: string): number => {
    const number = numberOf(id);
    activities.add(number);
    return number;
  };
  for (const record of folder.readJsonLines<{ id: string }>(FILES.competencies)) {
    labels[numberOf(record.id)] = findText(record, 'label');
  }
  const vacancies = folder.readJsonLines<VacancyRecord>(FILES.vacancies).map((record) => ({
    id: record.id,
    code: record.occupation_code ?? '',
    title: findText(record, 'title'),
    required: [
      ...record.required.map(({ competency, importance }) => ({
        item: numberOf(competency),
        isEssential: importance === 'essential',
      })),
      ...(record.activity_ids ?? []).map(({ id, importance }) => ({
        item: activityOf(id),
        isEssential: importance === 'essential',
      })),
    ],
  }));
  const candidates = folder.readJsonLines<CandidateRecord>(FILES.candidates).map((record) => ({
    id: record.id,
    code: record.occupation_code ?? '',
    held: [
      ...record.competencies.map(numberOf),
      ...(record.activity_ids ?? []).map((id) => activityOf(id)),
    ],
  }));
  return {
    labels,
    activities,
    vacancies,
    candidates,
    vacancyToCandidates: readJudgements(folder, FILES.vacancyToCandidates),
    candidateToVacancies: readJudgements(folder, FILES.candidateToVacancies),
  };
}

/** The same without activities. */
export function withoutActivities(data: MobilityData): MobilityData {
  const isCompetency = (item: number) => !data.activities.has(item);
  return {
    ...data,
    vacancies: data.vacancies.map((vacancy) => ({
      ...vacancy,
      required: vacancy.required.filter(({ item }) => isCompetency(item)),
    })),
    candidates: data.candidates.map((candidate) => ({
      ...candidate,
      held: candidate.held.filter(isCompetency),
    })),
  };
}

function findText(record: object, prefix: string): string {
  const [, text] = Object.entries(record).find(([name]) => name.startsWith(prefix)) ?? [];
  return typeof text === 'string' ? text : '';
}

function readJudgements(folder: DataFolder, name: string): Judgements {
  const judgements = new Map<string, Map<string, number>>();
  for (const [query, doc, grade] of folder.readTable(name)) {
    const known = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, known.set(doc, Number(grade)));
  }
  return judgements;
}
