import { CandidateRecordResolver, FoundCandidateResolver } from './candidate-record.resolver';
import { GuidedStartResolver } from './guided-start.resolver';
import { HelpCandidateResolver } from './help-candidate.resolver';
import {
  HeldCompetencyResolver,
  MyProfileResolver,
  WorkExperienceResolver,
} from './my-profile.resolver';
import { ProfileMutationsResolver } from './profile-mutations.resolver';
import { MyOriginsResolver, RecordOriginResolver } from './record-origin.resolver';
import { SuggestFromTextResolver } from './suggest-from-text.resolver';

export const candidateResolvers = [
  CandidateRecordResolver,
  FoundCandidateResolver,
  GuidedStartResolver,
  HeldCompetencyResolver,
  HelpCandidateResolver,
  MyOriginsResolver,
  MyProfileResolver,
  ProfileMutationsResolver,
  RecordOriginResolver,
  SuggestFromTextResolver,
  WorkExperienceResolver,
] as const;
