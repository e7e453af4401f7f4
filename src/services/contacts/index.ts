import type { AreaDeps } from '../area-deps';
import { applicationChanges } from './application-changes';
import { apply } from './apply';
import { inviteCandidate } from './invite';
import {
  findEmployerContact,
  listApplications,
  listInvitations,
  listVacancyApplications,
} from './list-contacts';
import { moveApplication } from './move-application';
import { readShared } from './read-shared';
import { readSharedAccommodations } from './read-shared-accommodations';
import { respondToInvitation } from './respond';
import { withdrawApplication } from './withdraw';

/** The use cases about invitations and applications. */
export const contactServices = (deps: AreaDeps) => ({
  listInvitations: listInvitations(deps),
  listApplications: listApplications(deps),
  listOfVacancy: listVacancyApplications(deps),
  find: findEmployerContact(deps),
  readShared: readShared(deps),
  readSharedAccommodations: readSharedAccommodations(deps),
  invite: inviteCandidate(deps),
  respond: respondToInvitation(deps),
  apply: apply(deps),
  withdraw: withdrawApplication(deps),
  move: moveApplication(deps),
  changes: applicationChanges(deps),
});
