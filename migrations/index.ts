import type { MigrationInterface } from 'typeorm';
import { CreateTaxonomy1795287000000 } from './1795287000000-create-taxonomy';
import { CreateRegions1795287100000 } from './1795287100000-create-regions';
import { CreatePeople1795287200000 } from './1795287200000-create-people';
import { CreateDemand1795287300000 } from './1795287300000-create-demand';
import { CreateChangeStream1795287400000 } from './1795287400000-create-change-stream';
import { LoadTaxonomy1795287500000 } from './1795287500000-load-taxonomy';
import { LoadRegions1795287600000 } from './1795287600000-load-regions';
import { AddTrigramIndexes1795287700000 } from './1795287700000-add-trigram-indexes';
import { EnableRowSecurity1795287800000 } from './1795287800000-enable-row-security';
import { CreateRankingSnapshots1795287900000 } from './1795287900000-create-ranking-snapshots';
import { CreateReceipts1795288300000 } from './1795288300000-create-receipts';
import { DeepenTaxonomy1795288400000 } from './1795288400000-deepen-taxonomy';
import { CreateNightlyRuns1795288600000 } from './1795288600000-create-nightly-runs';
import { OpenOffices1795288700000 } from './1795288700000-open-offices';
import { AuditFairness1795288900000 } from './1795288900000-audit-fairness';
import { CountQuestions1795289500000 } from './1795289500000-count-questions';
import { WeighParts1795289700000 } from './1795289700000-weigh-parts';
import { MeasureFewPlaces1795289800000 } from './1795289800000-measure-few-places';
import { RetireTermMappings1795290100000 } from './1795290100000-retire-term-mappings';
import { CoverHeldCompetencies1795290600000 } from './1795290600000-cover-held-competencies';
import { CountWhoHasNotAgreed1795290700000 } from './1795290700000-count-who-has-not-agreed';
import { CreateMatchStream1795290800000 } from './1795290800000-create-match-stream';
import { CreateWebhooks1795290900000 } from './1795290900000-create-webhooks';
import { CreateSavedSearches1795291000000 } from './1795291000000-create-saved-searches';
import { LetOldChangesGo1795291100000 } from './1795291100000-let-old-changes-go';
import { OpenSignIn1795291200000 } from './1795291200000-open-sign-in';
import { AddFacilitators1795291210000 } from './1795291210000-add-facilitators';
import { CreateApiKeys1795291220000 } from './1795291220000-create-api-keys';
import { KeepConsents1795291300000 } from './1795291300000-keep-consents';
import { KeepContacts1795291310000 } from './1795291310000-keep-contacts';
import { OpenProfiles1795291400000 } from './1795291400000-open-profiles';
import { CreateAuditLog1795291500000 } from './1795291500000-create-audit-log';
import { KeepTombstones1795291510000 } from './1795291510000-keep-tombstones';
import { KeepIdentityNumbers1795291520000 } from './1795291520000-keep-identity-numbers';
import { SignUpEmployers1795291600000 } from './1795291600000-sign-up-employers';
import { CountNewPeople1795291610000 } from './1795291610000-count-new-people';
import { TellOfficeRolesApart1795291620000 } from './1795291620000-tell-office-roles-apart';
import { LetFacilitatorsVisit1795291630000 } from './1795291630000-let-facilitators-visit';
import { TakeInBooks1795292100000 } from './1795292100000-take-in-books';
import { MergeDuplicates1795292110000 } from './1795292110000-merge-duplicates';
import { LetOfficersAloneChange1795292200000 } from './1795292200000-let-officers-alone-change';
import { HearObjections1795292300000 } from './1795292300000-hear-objections';
import { TellAccommodations1795292310000 } from './1795292310000-tell-accommodations';
import { ListTermMappings1795292320000 } from './1795292320000-list-term-mappings';
import { FindPeople1795292330000 } from './1795292330000-find-people';
import { GiveNodesKeys1795292340000 } from './1795292340000-give-nodes-keys';
import { CountReadings1795292350000 } from './1795292350000-count-readings';
import { HearOfFraud1795292500000 } from './1795292500000-hear-of-fraud';
import { LetOldReportsGo1795292510000 } from './1795292510000-let-old-reports-go';
import { CountForPortals1795292600000 } from './1795292600000-count-for-portals';
import { KeepVacancyChanges1795292700000 } from './1795292700000-keep-vacancy-changes';
import { KeepSnapshots1795292710000 } from './1795292710000-keep-snapshots';
import { DateConcepts1795292720000 } from './1795292720000-date-concepts';
import { HideClosedDrafts1795292900000 } from './1795292900000-hide-closed-drafts';
import { SuspendWithEmployer1795293000000 } from './1795293000000-suspend-with-employer';

/** Every migration, oldest first. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  CreateTaxonomy1795287000000,
  CreateRegions1795287100000,
  CreatePeople1795287200000,
  CreateDemand1795287300000,
  CreateChangeStream1795287400000,
  LoadTaxonomy1795287500000,
  LoadRegions1795287600000,
  AddTrigramIndexes1795287700000,
  EnableRowSecurity1795287800000,
  CreateRankingSnapshots1795287900000,
  CreateReceipts1795288300000,
  DeepenTaxonomy1795288400000,
  CreateNightlyRuns1795288600000,
  OpenOffices1795288700000,
  AuditFairness1795288900000,
  CountQuestions1795289500000,
  WeighParts1795289700000,
  MeasureFewPlaces1795289800000,
  RetireTermMappings1795290100000,
  CoverHeldCompetencies1795290600000,
  CountWhoHasNotAgreed1795290700000,
  CreateMatchStream1795290800000,
  CreateWebhooks1795290900000,
  CreateSavedSearches1795291000000,
  LetOldChangesGo1795291100000,
  OpenSignIn1795291200000,
  AddFacilitators1795291210000,
  CreateApiKeys1795291220000,
  KeepConsents1795291300000,
  KeepContacts1795291310000,
  OpenProfiles1795291400000,
  CreateAuditLog1795291500000,
  KeepTombstones1795291510000,
  KeepIdentityNumbers1795291520000,
  SignUpEmployers1795291600000,
  CountNewPeople1795291610000,
  TellOfficeRolesApart1795291620000,
  LetFacilitatorsVisit1795291630000,
  TakeInBooks1795292100000,
  MergeDuplicates1795292110000,
  LetOfficersAloneChange1795292200000,
  HearObjections1795292300000,
  TellAccommodations1795292310000,
  ListTermMappings1795292320000,
  FindPeople1795292330000,
  GiveNodesKeys1795292340000,
  CountReadings1795292350000,
  HearOfFraud1795292500000,
  LetOldReportsGo1795292510000,
  CountForPortals1795292600000,
  KeepVacancyChanges1795292700000,
  KeepSnapshots1795292710000,
  DateConcepts1795292720000,
  HideClosedDrafts1795292900000,
  SuspendWithEmployer1795293000000,
];
