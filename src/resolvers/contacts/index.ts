import { ApplicationChangedResolver } from './application-changed.resolver';
import { ApplicationResolver, InvitationResolver } from './contact.resolver';
import {
  ApplicationContactResolver,
  CandidateContactResolver,
  SharedCompetencyResolver,
} from './shared-person.resolver';

export const contactResolvers = [
  ApplicationChangedResolver,
  ApplicationContactResolver,
  ApplicationResolver,
  CandidateContactResolver,
  InvitationResolver,
  SharedCompetencyResolver,
] as const;
