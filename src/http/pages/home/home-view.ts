import type { CountsAnswer, MatchMeAnswer, RankedVacancyAnswer, RankingAnswer } from './answers';
import type { Lang } from './texts';

/** The operation that made a panel, as it ran. */
export interface Operation {
  audience: 'public' | 'employer';
  query: string;
  variables: Record<string, unknown>;
}

export interface SeekerPanel {
  skills: string;
  place: string;
  operation: Operation;
  answer: MatchMeAnswer | null;
  /** Why there is no answer, in the page's language. */
  failure: string | null;
}

/** An invented vacancy with its invented people. */
export interface EmployerPanel {
  kind: 'demo';
  operation: Operation;
  vacancy: RankedVacancyAnswer;
  /** Id of the requirement that is left out. */
  without: string | null;
  /** The ranking with all requirements, when one is left out. */
  baseline: RankingAnswer | null;
}

/** With real data no person is shown, only how much work there is. */
export interface CountsPanel {
  kind: 'counts';
  operation: Operation;
  counts: CountsAnswer;
}

export interface HomeView {
  lang: Lang;
  seeker: SeekerPanel;
  employer: EmployerPanel | CountsPanel | null;
}
