import type { EntityManager } from 'typeorm';
import type { Tail } from '../changes/tail';
import type { Clock } from '../clock';
import type { Identity } from '../identity/identity';
import type { MatchTail } from '../matches/match-log';
import type { FactsSource } from '../matching/facts-store';
import type { Ranker, Recommender } from '../matching/ranker';
import type { TextReaders } from '../search/term-catalogue';
import type { VacancySearch } from '../search/vacancy-search';
import type { TargetRules } from '../webhooks/target';
import { actingFor } from './accounts/acting-for';
import { findAccount, readAccount, type TokenSubject } from './accounts/find-account';
import { listEmployers } from './accounts/list-employers';
import { listRoles } from './accounts/list-roles';
import { createApiKey } from './api-keys/create-api-key';
import { findPortal } from './api-keys/find-portal';
import { listApiKeys } from './api-keys/list-api-keys';
import { revokeApiKey } from './api-keys/revoke-api-key';
import { listAudit } from './audit/list-audit';
import { activateCandidate } from './candidates/activate-candidate';
import { confirmCompetencies, removeCompetencies } from './candidates/confirm-competencies';
import { guidedStart } from './candidates/guided-start';
import { helpConfirm } from './candidates/help-confirm';
import { listOrigins } from './candidates/list-origins';
import { pauseUnconfirmed } from './candidates/pause-unconfirmed';
import { readMe } from './candidates/read-me';
import { registerCandidate } from './candidates/register-candidate';
import { replaceWork } from './candidates/replace-work';
import { pauseSearch, reconfirmSearch } from './candidates/search-state';
import { setDisability } from './candidates/set-disability';
import { suggestFromText } from './candidates/suggest-from-text';
import { updateProfile } from './candidates/update-profile';
import { grantConsent } from './consents/grant-consent';
import { listConsents } from './consents/list-consents';
import { withdrawConsent } from './consents/withdraw-consent';
import { applicationChanges } from './contacts/application-changes';
import { apply } from './contacts/apply';
import { inviteCandidate } from './contacts/invite';
import {
  findEmployerContact,
  listApplications,
  listInvitations,
  listVacancyApplications,
} from './contacts/list-contacts';
import { moveApplication } from './contacts/move-application';
import { readShared } from './contacts/read-shared';
import { readSharedAccommodations } from './contacts/read-shared-accommodations';
import { respondToInvitation } from './contacts/respond';
import { withdrawApplication } from './contacts/withdraw';
import { listDisclosures } from './disclosures/list-disclosures';
import { finishMerges } from './duplicates/finish-merges';
import { listMerges } from './duplicates/list-merges';
import { mergeDuplicates } from './duplicates/merge-duplicates';
import { undoMerge } from './duplicates/undo-merge';
import { decideVerification, recordVisit } from './employers/decide-verification';
import { endMembership } from './employers/end-membership';
import { grantMandate, inviteMember } from './employers/invite-member';
import { joinEmployer } from './employers/join-employer';
import { listMembers } from './employers/list-members';
import { registerEmployer } from './employers/register-employer';
import { findRegistration, verificationQueue } from './employers/registrations';
import { eraseCandidate } from './erasure/erase-candidate';
import { eraseMe } from './erasure/erase-me';
import type { ErasureLog } from './erasure/erasure-deps';
import { exportMyData } from './exports/export-my-data';
import { auditFairness } from './fairness/audit-fairness';
import { readOwnMasked } from './identity-numbers/identity-rows';
import { listSharedIdentities } from './identity-numbers/list-duplicates';
import { revealIdentityNumber } from './identity-numbers/reveal-identity-number';
import {
  setCandidateIdentityNumber,
  setIdentityNumber,
} from './identity-numbers/set-identity-number';
import type { IdentityVault } from './identity-numbers/vault';
import { compareCandidates } from './matching/compare-candidates';
import { countExcludedByConsent } from './matching/count-excluded';
import { followMatches } from './matching/follow-matches';
import { listMatches } from './matching/list-matches';
import { matchDetails } from './matching/match-details';
import { matchMe } from './matching/match-me';
import { matchOwn } from './matching/match-own';
import { rankCandidates } from './matching/rank-candidates';
import { recommendVacancies } from './matching/recommend-vacancies';
import { type Showing, showPeople } from './matching/show-people';
import { simulateProfile } from './matching/simulate-profile';
import { simulateVacancy } from './matching/simulate-vacancy';
import { countObjections } from './objections/count-objections';
import { decideObjection } from './objections/decide-objection';
import { findObjection, listObjections, objectionQueue } from './objections/list-objections';
import { objectToMatch } from './objections/object-to-match';
import { openCase } from './objections/open-case';
import { takeObjection } from './objections/take-objection';
import { withdrawObjection } from './objections/withdraw-objection';
import { findPeople } from './people/find-people';
import { readDisability } from './people/read-disability';
import { readPerson } from './people/read-person';
import { rankFrozen } from './rankings/rank-frozen';
import { sealEveryRanking } from './rankings/seal-every-ranking';
import { drawForSeal, publishAndSeal, sealRanking } from './rankings/seal-rankings';
import { auditRanking } from './receipts/audit-ranking';
import { findReceipt } from './receipts/find-receipt';
import { listRankingLog } from './receipts/list-log';
import { createRecords } from './records';
import { type ConceptReader, listCompetencies, listOccupations } from './reference/concepts';
import { listRegions } from './reference/list-regions';
import { deleteSavedSearch, markSearchSeen } from './saved-searches/change-search';
import { digestSearches } from './saved-searches/digest-searches';
import { listDigests } from './saved-searches/list-digests';
import { listSavedSearches } from './saved-searches/list-saved-searches';
import { saveSearch } from './saved-searches/save-search';
import { describeService, type ServiceFacts } from './service-info';
import { confirmTotp, enrolTotp } from './sessions/enrol-totp';
import { liveSessions } from './sessions/live-sessions';
import { recoverAccount } from './sessions/recover-account';
import { refreshSession } from './sessions/refresh-session';
import { requestSignInCode } from './sessions/request-code';
import { signIn } from './sessions/sign-in';
import { signOut } from './sessions/sign-out';
import { listTermMappings } from './terms/list-mappings';
import { listUnresolvedTerms } from './terms/list-unresolved';
import { mapTerm } from './terms/map-term';
import { TermCollector } from './terms/term-collector';
import { unmapTerm } from './terms/unmap-term';
import type { RunAs } from './transaction';
import { checkVacancyDraft } from './vacancies/check-vacancy-draft';
import { closeVacancy } from './vacancies/close-vacancy';
import { createVacancy } from './vacancies/create-vacancy';
import { draftFromText } from './vacancies/draft-from-text';
import { findVacancy } from './vacancies/find-vacancy';
import { listEmployerVacancies } from './vacancies/list-employer-vacancies';
import { publishVacancy } from './vacancies/publish-vacancy';
import { countVacancies, searchVacancies } from './vacancies/search-vacancies';
import { updateVacancy } from './vacancies/update-vacancy';
import { vacancyChanges } from './vacancies/vacancy-changes';
import type { Viewer } from './viewer';
import { createWebhook } from './webhooks/create-webhook';
import { deleteWebhook } from './webhooks/delete-webhook';
import { listAttempts, listWebhooks } from './webhooks/list-webhooks';
import { pauseWebhook, resumeWebhook } from './webhooks/pause-webhook';
import { replayWebhook } from './webhooks/replay-webhook';
import { rotateSecret } from './webhooks/rotate-secret';

/** Everything that the use cases stand on; built once in the composition root. */
export interface ServiceDeps {
  clock: Clock;
  /** Reads reference data, which no row level security guards. */
  manager: EntityManager;
  runAs: RunAs;
  readAs: RunAs;
  reader: ConceptReader;
  readers: () => Promise<TextReaders>;
  search: VacancySearch;
  ranker: Ranker;
  recommender: Recommender;
  facts: FactsSource;
  changeTail: Tail;
  matchTail: MatchTail;
  /** Where webhooks may go. */
  webhookTargets: TargetRules;
  identity: Identity;
  /** Where erasures are kept outside the database. */
  erasureLog: ErasureLog;
  /** Encrypts identity numbers. */
  identityVault: IdentityVault;
  about: ServiceFacts;
}

export type Services = ReturnType<typeof createServices>;

/** The use cases, one property an area. */
export function createServices(deps: ServiceDeps) {
  const { clock, manager, readAs, reader } = deps;
  const details = matchDetails(deps);
  const matchStream = { ...deps, details, actingFor: actingFor(deps) };
  const collector = new TermCollector(deps);
  const note = collector.note.bind(collector);
  const accounts = findAccount(deps);
  const sessions = liveSessions(deps);
  const forgetTokens = () => {
    accounts.forget();
    sessions.forget();
  };
  const erasing = { ...deps, forgetTokens };
  return {
    clock,
    algorithmVersion: deps.about.algorithmVersion,
    records: (viewer: Viewer | null) => createRecords(deps, viewer),
    describeService: describeService(deps),
    accounts: {
      find: (token: TokenSubject) => accounts.load(token),
      read: readAccount(readAs),
      listEmployers: listEmployers(readAs),
      listRoles: listRoles(readAs),
    },
    apiKeys: {
      list: listApiKeys(deps),
      create: createApiKey(deps),
      revoke: revokeApiKey(deps),
      findPortal: findPortal(deps),
    },
    sessions: {
      requestCode: requestSignInCode(deps),
      signIn: signIn(deps),
      refresh: refreshSession(deps),
      signOut: signOut(deps),
      live: (id: string) => sessions.load(id),
      enrolTotp: enrolTotp(deps),
      recover: recoverAccount(deps),
      confirmTotp: confirmTotp(deps),
    },
    matching: {
      rankCandidates: rankCandidates(deps),
      rankFrozen: rankFrozen(deps),
      sealRanking: sealRanking(deps),
      sealEveryRanking: sealEveryRanking(deps),
      showPeople: (showings: readonly Showing[]) => showPeople(deps, showings, clock.now()),
      countExcludedByConsent: countExcludedByConsent(readAs),
      compareCandidates: compareCandidates(deps),
      simulateVacancy: simulateVacancy(deps),
      matchMe: matchMe(deps),
      matchOwn: matchOwn(deps),
      recommendVacancies: recommendVacancies(deps),
      simulateProfile: simulateProfile(deps),
      follow: followMatches(matchStream),
      listEvents: listMatches(matchStream),
      details,
    },
    receipts: {
      find: findReceipt(deps),
      listLog: listRankingLog(deps),
      audit: auditRanking(deps),
    },
    fairness: { audit: auditFairness(deps) },
    terms: {
      collector,
      listUnresolved: listUnresolvedTerms(deps),
      listMappings: listTermMappings(deps),
      map: mapTerm(deps),
      unmap: unmapTerm(deps),
    },
    audit: { list: listAudit(deps) },
    exports: { exportMyData: exportMyData(deps) },
    identityNumbers: {
      readOwn: readOwnMasked(deps),
      set: setIdentityNumber(deps),
      setForCandidate: setCandidateIdentityNumber(deps),
      reveal: revealIdentityNumber(deps),
      listShared: listSharedIdentities(deps),
    },
    duplicates: {
      merge: mergeDuplicates(deps),
      undo: undoMerge(deps),
      list: listMerges(deps),
      finish: finishMerges(erasing),
    },
    erasure: { eraseMe: eraseMe(erasing), eraseCandidate: eraseCandidate(erasing) },
    consents: {
      list: listConsents(deps),
      grant: grantConsent(deps),
      withdraw: withdrawConsent(deps),
    },
    employers: {
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
    },
    candidates: {
      activate: activateCandidate(deps),
      register: registerCandidate(deps),
      readMe: readMe(deps),
      listOrigins: listOrigins(deps),
      update: updateProfile(deps),
      replaceWork: replaceWork(deps),
      confirmCompetencies: confirmCompetencies(deps),
      removeCompetencies: removeCompetencies(deps),
      helpConfirm: helpConfirm(deps),
      setDisability: setDisability(deps),
      reconfirm: reconfirmSearch(deps),
      pause: pauseSearch(deps),
      pauseUnconfirmed: pauseUnconfirmed(deps),
      guidedStart: guidedStart(deps),
      suggestFromText: suggestFromText(deps),
    },
    contacts: {
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
      changes: applicationChanges(matchStream),
    },
    disclosures: { list: listDisclosures(deps) },
    objections: {
      file: objectToMatch(deps),
      withdraw: withdrawObjection(deps),
      list: listObjections(deps),
      queue: objectionQueue(deps),
      find: findObjection(deps),
      openCase: openCase(deps),
      take: takeObjection(deps),
      decide: decideObjection(deps),
      count: countObjections(deps),
    },
    people: {
      find: findPeople(deps),
      read: readPerson(deps),
      readDisability: readDisability(deps),
    },
    reference: {
      listRegions: listRegions(manager),
      listCompetencies: listCompetencies({ ...deps, note }),
      listOccupations: listOccupations({ ...deps, note }),
      resolve: reader.resolve.bind(reader),
      suggest: reader.suggest.bind(reader),
    },
    vacancies: {
      search: searchVacancies({ ...deps, note }),
      count: countVacancies(deps),
      find: findVacancy(readAs),
      listOfEmployers: listEmployerVacancies(readAs),
      check: checkVacancyDraft(deps),
      draftFromText: draftFromText({ ...deps, note }),
      create: createVacancy(deps),
      update: updateVacancy(deps),
      publish: publishAndSeal(drawForSeal(deps), publishVacancy(deps), sealRanking(deps)),
      close: closeVacancy(deps),
      changes: vacancyChanges(deps),
    },
    savedSearches: {
      list: listSavedSearches(deps),
      listDigests: listDigests(deps),
      save: saveSearch(deps),
      markSeen: markSearchSeen(deps),
      remove: deleteSavedSearch(deps),
      digest: digestSearches(deps),
    },
    webhooks: {
      list: listWebhooks(deps),
      listAttempts: listAttempts(deps),
      create: createWebhook(deps),
      rotateSecret: rotateSecret(deps),
      pause: pauseWebhook(deps),
      resume: resumeWebhook(deps),
      replay: replayWebhook(deps),
      remove: deleteWebhook(deps),
    },
  };
}
