import { Account } from './account';
import { AccountAddress } from './account-address';
import { AliasRule } from './alias-rule';
import { ApiKey } from './api-key';
import { ApplicationMessage } from './application-message';
import { AskedQuestion } from './asked-question';
import { AuditEntryRow } from './audit-entry-row';
import { AuditKey } from './audit-key';
import { AuditSeal } from './audit-seal';
import { AuditUnsealed } from './audit-unsealed';
import { Candidate } from './candidate';
import { CandidateCompetency } from './candidate-competency';
import { CandidateHandle } from './candidate-handle';
import { CandidateIdentity } from './candidate-identity';
import { CandidateMerge } from './candidate-merge';
import { CandidateOrigin } from './candidate-origin';
import { CandidateTombstone } from './candidate-tombstone';
import { Competency } from './competency';
import { CompetencyRelation } from './competency-relation';
import { Consent } from './consent';
import { ConsumerCursor } from './consumer-cursor';
import { Contact } from './contact';
import { ContactStep } from './contact-step';
import { DeadLetter } from './dead-letter';
import { DisabilityProfile } from './disability-profile';
import { Disclosure } from './disclosure';
import { Employer } from './employer';
import { EmployerBookEntry } from './employer-book-entry';
import { EmployerRegistration } from './employer-registration';
import { IdempotencyKey } from './idempotency-key';
import { Installation } from './installation';
import { KnownDevice } from './known-device';
import { MatchEventRow } from './match-event-row';
import { MatchList } from './match-list';
import { MeasuredPlace } from './measured-place';
import { MemberInvitation } from './member-invitation';
import { Membership } from './membership';
import { NightlyRun } from './nightly-run';
import { Objection } from './objection';
import { ObjectionCount } from './objection-count';
import { Occupation } from './occupation';
import { OccupationCompetency } from './occupation-competency';
import { OfficeMembership } from './office-membership';
import { OutboxEvent } from './outbox-event';
import { RankingLogRow } from './ranking-log-row';
import { RankingSeal } from './ranking-seal';
import { RankingSnapshot } from './ranking-snapshot';
import { ReceiptSecret } from './receipt-secret';
import { Region } from './region';
import { Requirement } from './requirement';
import { SavedSearch } from './saved-search';
import { SearchDigest } from './search-digest';
import { SignInCode } from './sign-in-code';
import { SignInSession } from './sign-in-session';
import { StandingMatch } from './standing-match';
import { TaxonomyVersion } from './taxonomy-version';
import { TermMapping } from './term-mapping';
import { TotpFactor } from './totp-factor';
import { UnresolvedTerm } from './unresolved-term';
import { Vacancy } from './vacancy';
import { VacancyRegion } from './vacancy-region';
import { Webhook } from './webhook';
import { WebhookDelivery } from './webhook-delivery';
import { WebhookSecret } from './webhook-secret';
import { WorkExperience } from './work-experience';

/** Every table, for the data source. */
export const entities = [
  Account,
  AccountAddress,
  AliasRule,
  ApplicationMessage,
  ApiKey,
  AskedQuestion,
  AuditEntryRow,
  AuditKey,
  AuditSeal,
  AuditUnsealed,
  Candidate,
  CandidateCompetency,
  CandidateHandle,
  CandidateIdentity,
  CandidateMerge,
  CandidateOrigin,
  CandidateTombstone,
  Competency,
  CompetencyRelation,
  Consent,
  ConsumerCursor,
  Contact,
  ContactStep,
  DeadLetter,
  DisabilityProfile,
  Disclosure,
  Employer,
  EmployerBookEntry,
  EmployerRegistration,
  IdempotencyKey,
  Installation,
  KnownDevice,
  MatchEventRow,
  MatchList,
  MeasuredPlace,
  MemberInvitation,
  Membership,
  NightlyRun,
  Objection,
  ObjectionCount,
  Occupation,
  OccupationCompetency,
  OfficeMembership,
  OutboxEvent,
  RankingLogRow,
  RankingSeal,
  RankingSnapshot,
  ReceiptSecret,
  Region,
  Requirement,
  SavedSearch,
  SearchDigest,
  SignInCode,
  SignInSession,
  StandingMatch,
  TaxonomyVersion,
  TermMapping,
  TotpFactor,
  UnresolvedTerm,
  Vacancy,
  VacancyRegion,
  Webhook,
  WebhookDelivery,
  WebhookSecret,
  WorkExperience,
];

export { SnakeNamingStrategy } from './naming-strategy';
export {
  Account,
  AccountAddress,
  AliasRule,
  ApiKey,
  ApplicationMessage,
  AskedQuestion,
  AuditEntryRow,
  AuditKey,
  AuditSeal,
  AuditUnsealed,
  Candidate,
  CandidateCompetency,
  CandidateHandle,
  CandidateIdentity,
  CandidateMerge,
  CandidateOrigin,
  CandidateTombstone,
  Competency,
  CompetencyRelation,
  Consent,
  ConsumerCursor,
  Contact,
  ContactStep,
  DeadLetter,
  DisabilityProfile,
  Disclosure,
  Employer,
  EmployerBookEntry,
  EmployerRegistration,
  IdempotencyKey,
  Installation,
  KnownDevice,
  MatchEventRow,
  MatchList,
  MeasuredPlace,
  MemberInvitation,
  Membership,
  NightlyRun,
  Objection,
  ObjectionCount,
  Occupation,
  OccupationCompetency,
  OfficeMembership,
  OutboxEvent,
  RankingLogRow,
  RankingSeal,
  RankingSnapshot,
  ReceiptSecret,
  Region,
  Requirement,
  SavedSearch,
  SearchDigest,
  SignInCode,
  SignInSession,
  StandingMatch,
  TaxonomyVersion,
  TermMapping,
  TotpFactor,
  UnresolvedTerm,
  Vacancy,
  VacancyRegion,
  Webhook,
  WebhookDelivery,
  WebhookSecret,
  WorkExperience,
};
