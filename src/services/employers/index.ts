import type { AreaDeps } from '../area-deps';
import { decideVerification, recordVisit } from './decide-verification';
import { endMembership } from './end-membership';
import { grantMandate, inviteMember } from './invite-member';
import { joinEmployer } from './join-employer';
import { listMembers } from './list-members';
import { registerEmployer } from './register-employer';
import { findRegistration, verificationQueue } from './registrations';

/** The use cases about employers: registration, verification, members. */
export const employerServices = (deps: AreaDeps) => ({
  register: registerEmployer(deps),
  findRegistration: findRegistration(deps),
  inviteMember: inviteMember(deps),
  grantMandate: grantMandate(deps),
  join: joinEmployer(deps),
  listMembers: listMembers(deps),
  endMembership: endMembership(deps),
  verificationQueue: verificationQueue(deps),
  decide: decideVerification(deps),
  recordVisit: recordVisit(deps),
});
