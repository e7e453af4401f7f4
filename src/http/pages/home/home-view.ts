import type { PageOperation } from '../asking/ask-endpoint';
import type { Lang } from '../layout/lang';
import type { CountsAnswer, MatchMeAnswer, RankedVacancyAnswer, RankingAnswer } from './answers';

/** What a visitor's own words match. */
export interface SeekerPanel {
  skills: string;
  place: string;
  /** The one that made the panel, as it ran. */
  operation: PageOperation;
  answer: MatchMeAnswer | null;
  /** Why there is no answer, in the page's language. */
  failure: string | null;
}

/** An invented vacancy with its invented people. */
export interface EmployerPanel {
  kind: 'demo';
  operation: PageOperation;
  vacancy: RankedVacancyAnswer;
  /** Id of the requirement that is left out. */
  without: string | null;
  /** The ranking with all requirements, when one is left out. */
  baseline: RankingAnswer | null;
}

/** With real data no person is shown, only how much work there is. */
export interface CountsPanel {
  kind: 'counts';
  operation: PageOperation;
  counts: CountsAnswer;
}

export interface HomeView {
  lang: Lang;
  seeker: SeekerPanel;
  employer: EmployerPanel | CountsPanel | null;
}
