import { buildSchemaSync, type PubSub } from 'type-graphql';
import { ApiKeyResolver } from './api-key.resolver';
import { ApplicationChangedResolver } from './application-changed.resolver';
import { AuditLogResolver } from './audit-log.resolver';
import { EmployerBookEntryResolver } from './book-entry.resolver';
import { CallingKeyResolver } from './calling-key.resolver';
import { CandidateRecordResolver, FoundCandidateResolver } from './candidate-record.resolver';
import { CompareResolver } from './compare.resolver';
import { CompetencyResolver } from './competency.resolver';
import { ConceptResolver } from './concept.resolver';
import { ConsentResolver, ConsentTextResolver } from './consent.resolver';
import { ApplicationResolver, InvitationResolver } from './contact.resolver';
import { CounterfactualResolver, MatchCounterfactualsResolver } from './counterfactual.resolver';
import { answerTextsDirectly } from './direct-texts';
import { DisclosureResolver } from './disclosure.resolver';
import { DraftRemarkResolver, DraftReviewResolver } from './draft-review.resolver';
import { DraftVacancyResolver } from './draft-vacancy.resolver';
import { DuplicatesResolver } from './duplicates.resolver';
import { EmployerResolver } from './employer.resolver';

import { EmployerMutationsResolver } from './employer-mutations.resolver';

import { ErasureResolver } from './erasure.resolver';

import { ExportResolver } from './export.resolver';
import { FairnessAuditResolver } from './fairness-audit.resolver';
import { GuidedStartResolver } from './guided-start.resolver';
import { HelpCandidateResolver } from './help-candidate.resolver';
import { IdentityNumberResolver } from './identity-number.resolver';
import { limitNodes } from './limit-nodes';
import { MapTermResolver } from './map-term.resolver';
import {
  EligibilityCheckResolver,
  FactorContributionResolver,
  MatchResolver,
} from './match.resolver';
import { MatchEventResolver } from './match-event.resolver';
import { MatchEventsResolver } from './match-events.resolver';
import { MatchFoundResolver } from './match-found.resolver';
import { MatchMeResolver } from './match-me.resolver';
import {
  HeldCompetencyResolver,
  MyProfileResolver,
  WorkExperienceResolver,
} from './my-profile.resolver';
import { NodeResolver } from './node.resolver';
import { ObjectionResolver } from './objection.resolver';
import { ObjectionReviewResolver } from './objection-review.resolver';
import { OccupationResolver } from './occupation.resolver';
import { ProfileMutationsResolver } from './profile-mutations.resolver';
import {
  RankedCandidateConnectionResolver,
  RankedCandidateEdgeResolver,
  RankingResolver,
} from './ranking.resolver';
import { RankingLogResolver } from './ranking-log.resolver';
import { MatchReceiptResolver, MyMatchResolver, ReceiptResolver } from './receipt.resolver';
import { RecommendedVacanciesResolver } from './recommended-vacancies.resolver';
import { MyOriginsResolver, RecordOriginResolver } from './record-origin.resolver';
import { RecoverAccountResolver } from './recover-account.resolver';
import { RegionResolver } from './region.resolver';
import { ReplayResolver } from './replay.resolver';
import { RequirementResolver } from './requirement.resolver';
import { DigestLineResolver, SavedSearchResolver } from './saved-search.resolver';
import { SealRankingResolver } from './seal-ranking.resolver';
import { ServiceInfoResolver } from './service-info.resolver';
import {
  ApplicationContactResolver,
  CandidateContactResolver,
  SharedCompetencyResolver,
} from './shared-person.resolver';
import { SignInResolver } from './sign-in.resolver';
import { MatchMeSimulationResolver, SimulateProfileResolver } from './simulate-profile.resolver';
import { SimulationResolver } from './simulation.resolver';
import { SuggestFromTextResolver } from './suggest-from-text.resolver';
import { TermMappingsResolver } from './term-mappings.resolver';
import { TotpResolver } from './totp.resolver';
import { UnmapTermResolver } from './unmap-term.resolver';
import { UnresolvedTermsResolver } from './unresolved-terms.resolver';
import { UserErrorResolver } from './user-error.view';
import { VacancyResolver } from './vacancy.resolver';
import { VacancyChangedResolver } from './vacancy-changed.resolver';
import { VacancyChangesResolver } from './vacancy-changes.resolver';
import {
  FacetBucketResolver,
  VacancyConnectionResolver,
  VacancyEdgeResolver,
} from './vacancy-list.resolver';
import { VacancyMutationsResolver } from './vacancy-mutations.resolver';
import { validateArgument } from './validate-argument';
import { VerificationResolver } from './verification.resolver';
import { ViewerResolver } from './viewer.resolver';
import { WebhookResolver } from './webhook.resolver';

const resolvers = [
  ApiKeyResolver,
  AuditLogResolver,
  ApplicationContactResolver,
  ApplicationResolver,
  ApplicationChangedResolver,
  CallingKeyResolver,
  CandidateContactResolver,
  CandidateRecordResolver,
  FoundCandidateResolver,
  CompareResolver,
  CompetencyResolver,
  ConceptResolver,
  ConsentResolver,
  ConsentTextResolver,
  CounterfactualResolver,
  DigestLineResolver,
  DisclosureResolver,
  DraftRemarkResolver,
  DraftReviewResolver,
  DraftVacancyResolver,
  EligibilityCheckResolver,
  DuplicatesResolver,
  EmployerBookEntryResolver,
  EmployerMutationsResolver,
  EmployerResolver,
  FactorContributionResolver,
  ErasureResolver,
  ExportResolver,
  IdentityNumberResolver,
  FairnessAuditResolver,
  GuidedStartResolver,
  HeldCompetencyResolver,
  HelpCandidateResolver,
  InvitationResolver,
  MapTermResolver,
  MatchCounterfactualsResolver,
  MatchEventResolver,
  MatchEventsResolver,
  MatchFoundResolver,
  MatchMeResolver,
  MatchMeSimulationResolver,
  MatchReceiptResolver,
  MatchResolver,
  MyMatchResolver,
  MyOriginsResolver,
  MyProfileResolver,
  ProfileMutationsResolver,
  RankedCandidateConnectionResolver,
  RankedCandidateEdgeResolver,
  RankingLogResolver,
  RankingResolver,
  ReceiptResolver,
  FacetBucketResolver,
  NodeResolver,
  ObjectionResolver,
  ObjectionReviewResolver,
  OccupationResolver,
  RecommendedVacanciesResolver,
  RecordOriginResolver,
  RecoverAccountResolver,
  RegionResolver,
  ReplayResolver,
  RequirementResolver,
  SavedSearchResolver,
  SealRankingResolver,
  ServiceInfoResolver,
  SignInResolver,
  SharedCompetencyResolver,
  SimulateProfileResolver,
  SimulationResolver,
  SuggestFromTextResolver,
  TermMappingsResolver,
  TotpResolver,
  UnmapTermResolver,
  UnresolvedTermsResolver,
  UserErrorResolver,
  VacancyChangedResolver,
  VacancyChangesResolver,
  VacancyConnectionResolver,
  VacancyEdgeResolver,
  VacancyMutationsResolver,
  VacancyResolver,
  VerificationResolver,
  ViewerResolver,
  WebhookResolver,
  WorkExperienceResolver,
] as const;

/** type-graphql asks for one although our subscriptions bring their own streams. */
const noPubSub: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new RangeError('Every subscription brings its own stream');
  },
};

/** The one registry of all audiences, from which `schemaFor` projects what each of them sees. */
export const buildFullSchema = () =>
  limitNodes(
    answerTextsDirectly(
      buildSchemaSync({
        resolvers,
        pubSub: noPubSub,
        validateFn: validateArgument,
      }),
    ),
  );
