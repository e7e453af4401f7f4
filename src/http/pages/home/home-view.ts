import type { DemoVacancyAnswer, MatchMeAnswer, RankingAnswer } from './answers';
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

export interface EmployerPanel {
  kind: 'demo';
  operation: Operation;
  vacancy: DemoVacancyAnswer;
  ranking: RankingAnswer;
  /** The ranking with all requirements, when one is left out. */
  baseline: RankingAnswer | null;
  without: string | null;
}

/** With real data no person is shown, only how many there are. */
export interface CountsPanel {
  kind: 'counts';
  operation: Operation;
  openVacancies: number;
  activePeople: number;
}

export interface HomeView {
  lang: Lang;
  demo: boolean;
  seeker: SeekerPanel;
  employer: EmployerPanel | CountsPanel | null;
}
