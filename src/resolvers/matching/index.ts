import { CompareResolver } from './compare.resolver';
import { CounterfactualResolver, MatchCounterfactualsResolver } from './counterfactual.resolver';
import {
  EligibilityCheckResolver,
  FactorContributionResolver,
  MatchResolver,
} from './match.resolver';
import { MatchEventResolver } from './match-event.resolver';
import { MatchEventsResolver } from './match-events.resolver';
import { MatchFoundResolver } from './match-found.resolver';
import { MatchMeResolver, MatchWithResolver } from './match-me.resolver';
import {
  RankedCandidateConnectionResolver,
  RankedCandidateEdgeResolver,
  RankingResolver,
} from './ranking.resolver';
import { RecommendedVacanciesResolver } from './recommended-vacancies.resolver';
import { ReplayResolver } from './replay.resolver';
import { SealRankingResolver } from './seal-ranking.resolver';
import { MatchMeSimulationResolver, SimulateProfileResolver } from './simulate-profile.resolver';
import { SimulationResolver } from './simulation.resolver';

export const matchingResolvers = [
  CompareResolver,
  CounterfactualResolver,
  EligibilityCheckResolver,
  FactorContributionResolver,
  MatchCounterfactualsResolver,
  MatchEventResolver,
  MatchEventsResolver,
  MatchFoundResolver,
  MatchMeResolver,
  MatchMeSimulationResolver,
  MatchResolver,
  MatchWithResolver,
  RankedCandidateConnectionResolver,
  RankedCandidateEdgeResolver,
  RankingResolver,
  RecommendedVacanciesResolver,
  ReplayResolver,
  SealRankingResolver,
  SimulateProfileResolver,
  SimulationResolver,
] as const;
