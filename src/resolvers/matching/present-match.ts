import type { Competency, Requirement } from '../../entities';
import type { PlacedCounterfactual } from '../../matching/core/new-rank';
import type { ToldMatch } from '../../matching/core/withhold';
import type { Asked } from '../../services/matching/asked';
import { toCompetencyView } from '../reference/competency.view';
import { toRequirementView } from '../vacancies/requirement.view';
import { type MatchDetails, MatchView } from './match.view';

/** Where the records are found that matches refer to: the loaders of an operation, or what was read before. */
export interface MatchRecords {
  readonly requirements: { load(vacancyKey: string): Promise<readonly Requirement[]> };
  readonly competencies: { load(id: string): Promise<Competency | null> };
}

/** Turns the matches of one vacancy into views. */
export interface MatchPresenter {
  /** What the matches refer to; loaded once, at the first call. */
  details(): Promise<MatchDetails>;
  present(match: ToldMatch, counterfactuals: () => readonly PlacedCounterfactual[]): MatchView;
  /** The view of a match that is read with the first line that somebody asks for. */
  presentLater(
    score: Pick<ToldMatch, 'scoreBp' | 'verdict'>,
    read: () => ToldMatch,
    counterfactuals: () => readonly PlacedCounterfactual[],
  ): MatchView;
}

/**
 * The presenter of a vacancy's matches.
 *
 * Cost: nothing until a line is asked for, then at most 2 statements for all vacancies that are presented at once.
 */
export function matchPresenter(vacancyKey: string, records: MatchRecords): MatchPresenter {
  let loading: Promise<MatchDetails> | null = null;
  const details = () => {
    loading ??= loadDetails(vacancyKey, records);
    return loading;
  };
  const presentLater: MatchPresenter['presentLater'] = ({ scoreBp, verdict }, read, suggest) =>
    Object.assign(new MatchView(), { read, details, suggest, scoreBp, verdict });
  return {
    details,
    present: (match, suggest) => presentLater(match, () => match, suggest),
    presentLater,
  };
}

async function loadDetails(vacancyKey: string, records: MatchRecords): Promise<MatchDetails> {
  const rows = await records.requirements.load(vacancyKey);
  const loaded = await Promise.all(
    rows.map(({ competencyId }) => (competencyId ? records.competencies.load(competencyId) : null)),
  );
  const asked = new Map<string, Asked>();
  const requirements = new Map<string, ReturnType<typeof toRequirementView>>();
  const competencies = new Map<string, ReturnType<typeof toCompetencyView>>();
  rows.forEach((row, index) => {
    const competency = loaded[index] ?? null;
    const loadedCompetency = competency && toCompetencyView(competency);
    asked.set(row.id, { ...row, label: competency && labelOf(competency) });
    requirements.set(row.id, Object.assign(toRequirementView(row), { loadedCompetency }));
    if (loadedCompetency) competencies.set(row.id, loadedCompetency);
  });
  return { asked, requirements, competencies };
}

const labelOf = ({ labelId, labelEn }: Competency) => ({ ID: labelId, EN: labelEn });
