import type { ItemAnswer } from '../vacancies/answers';

/** The parts of the GraphQL answer that a vacancy's page shows; shaped as `operations.ts` asks. */
export interface VacancyAnswer extends ItemAnswer {
  id: string;
  verifyCode: string;
  url: string;
  description: string;
  state: string;
  closedAt: string | null;
  closedReason: string | null;
  startsOn: string | null;
  openings: number;
  filled: number;
  lastConfirmedAt: string | null;
  sourceKind: string;
  sourceName: string | null;
  occupation: { id: string; label: string } | null;
  requirements: readonly RequirementAnswer[];
  /** Null unless the vacancy is open. */
  jsonLd: unknown;
}

export interface RequirementAnswer {
  necessity: 'MUST' | 'SHOULD' | 'NICE';
  minLevel: string | null;
  education: string | null;
  minMonths: number | null;
  competency: { label: string } | null;
}
