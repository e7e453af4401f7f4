import type { Competency } from '../entities';
import type { Match } from '../matching/core/explain';
import type { Asked } from '../services/matching/asked';
import { bandLevel } from '../services/matching/bands';
import { type CompetencyView, toCompetencyView } from './competency.view';
import type { Loaders } from './loaders';
import { EligibilityCheck, FactorContribution, type Gap, MatchView } from './match.view';
import { type RequirementView, toLevel, toRequirementView } from './requirement.view';

/** Turns the matches of one vacancy into views. */
export interface MatchPresenter {
  /** The competency that each requirement asks for, by the requirement's key. */
  readonly competencies: ReadonlyMap<string, CompetencyView>;
  present(match: Match): MatchView;
}

/**
 * The presenter of a vacancy's matches: what they refer to is loaded once, whatever their number.
 *
 * Cost: at most 2 statements for all vacancies that are presented at once.
 */
export async function matchPresenter(
  vacancyKey: string,
  loaders: Loaders,
): Promise<MatchPresenter> {
  const rows = await loaders.requirements.load(vacancyKey);
  const competencies = await Promise.all(
    rows.map(({ competencyId }) => (competencyId ? loaders.competencies.load(competencyId) : null)),
  );
  const parts = rows.map((row, index) => ({ row, competency: competencies[index] ?? null }));
  const asked = new Map(
    parts.map(({ row, competency }): [string, Asked] => [
      row.id,
      { ...row, label: competency && labelOf(competency) },
    ]),
  );
  const wanted = new Map(
    parts.flatMap(({ row, competency }) =>
      competency ? [[row.id, toCompetencyView(competency)] as const] : [],
    ),
  );
  const requirements = new Map(
    rows.map((row) => {
      const loadedCompetency = wanted.get(row.id) ?? null;
      return [row.id, Object.assign(toRequirementView(row), { loadedCompetency })];
    }),
  );
  const views = { asked, requirements, competencies: wanted };
  return { competencies: wanted, present: (match) => toMatchView(match, views) };
}

const labelOf = ({ labelId, labelEn }: Competency) => ({ ID: labelId, EN: labelEn });

interface Parts {
  asked: MatchView['asked'];
  requirements: ReadonlyMap<string, RequirementView>;
  competencies: ReadonlyMap<string, CompetencyView>;
}

function toMatchView(source: Match, { asked, requirements, competencies }: Parts): MatchView {
  const { scoreBp, verdict } = source;
  const requirementOf = (id: string | null) =>
    id === null ? null : (requirements.get(id) ?? null);
  const match = Object.assign(new MatchView(), { source, asked, scoreBp, verdict });
  match.factors = source.factors.map((line) =>
    Object.assign(new FactorContribution(), {
      line,
      match,
      factor: line.factor,
      requirement: requirementOf(line.requirementId),
      weightBp: line.weightBp,
      fulfilmentBp: line.fulfilmentBp,
      contributionBp: line.contributionBp,
      via: line.via,
      isUnstated: line.isUnstated,
    }),
  );
  match.eligibility = source.eligibility.map((line) =>
    Object.assign(new EligibilityCheck(), {
      line,
      match,
      check: line.check,
      requirement: requirementOf(line.requirementId),
      necessity: line.necessity,
      result: line.result,
    }),
  );
  match.gaps = source.gaps.flatMap(({ requirementId, haveLevel, needLevel }): Gap[] => {
    const requirement = requirements.get(requirementId);
    const missing = competencies.get(requirementId);
    const level = toLevel(needLevel);
    if (!requirement || !missing || !level) return [];
    const haveBand = haveLevel === 0 ? null : bandLevel(haveLevel);
    return [{ requirement, missing, haveBand, needLevel: level }];
  });
  return match;
}
