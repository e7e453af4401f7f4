import type { Condition, Fit } from '../match-card';
import type { StandingOffer } from '../standing';

export interface ReceiptAnswer {
  rank: number;
  tiedWith: number;
  treeSize: number;
  scoreBp: number;
  verdict: string;
  logEntry: { sealedAt: string; root: string };
}

export interface OwnMatchAnswer extends Fit {
  eligibility: readonly Condition[];
  counterfactuals: readonly { text: string }[];
  receipt: ReceiptAnswer | null;
}

export interface OwnVacancy extends StandingOffer {
  myMatch: OwnMatchAnswer | null;
}

export interface ConsentTextAnswer {
  purpose: string;
  version: string;
  text: string;
}

interface Node<T> {
  edges: readonly { node: T & { vacancy: { id: string } | null } }[];
}
export interface ApplicationAnswer {
  id: string;
  state: string;
  appliedAt: string;
}
export interface ObjectionAnswer {
  id: string;
  state: string;
  dueAt: string;
  statement: string;
  decision: string | null;
}

/** What the operation `OwnVacancy` tells. */
export interface OwnVacancyAnswer {
  vacancy: OwnVacancy | null;
  applications: Node<ApplicationAnswer>;
  objections: Node<ObjectionAnswer>;
  consentTexts: readonly ConsentTextAnswer[];
  me: { status: string; disability: { accommodations: readonly string[] } | null } | null;
}
