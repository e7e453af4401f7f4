import type { AreaDeps } from '../area-deps';
import { rankFrozen } from '../rankings/rank-frozen';
import { sealEveryRanking } from '../rankings/seal-every-ranking';
import { sealRanking } from '../rankings/seal-rankings';
import { compareCandidates } from './compare-candidates';
import { countExcludedByConsent } from './count-excluded';
import { followMatches } from './follow-matches';
import { listMatches } from './list-matches';
import { matchDetails } from './match-details';
import { matchMe } from './match-me';
import { matchOwn } from './match-own';
import { rankCandidates } from './rank-candidates';
import { recommendVacancies } from './recommend-vacancies';
import { type Showing, showPeople } from './show-people';
import { simulateProfile } from './simulate-profile';
import { simulateVacancy } from './simulate-vacancy';

/** The use cases of matching, from either side. */
export const matchingServices = (deps: AreaDeps) => {
  const details = matchDetails(deps);
  return {
    rankCandidates: rankCandidates(deps),
    rankFrozen: rankFrozen(deps),
    sealRanking: sealRanking(deps),
    sealEveryRanking: sealEveryRanking(deps),
    showPeople: (showings: readonly Showing[]) => showPeople(deps, showings, deps.clock.now()),
    countExcludedByConsent: countExcludedByConsent(deps.readAs),
    compareCandidates: compareCandidates(deps),
    simulateVacancy: simulateVacancy(deps),
    matchMe: matchMe(deps),
    matchOwn: matchOwn(deps),
    recommendVacancies: recommendVacancies(deps),
    simulateProfile: simulateProfile(deps),
    follow: followMatches({ ...deps, details }),
    listEvents: listMatches({ ...deps, details }),
    details,
  };
};
