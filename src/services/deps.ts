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
import type { ErasureLog } from './erasure/erasure-deps';
import type { IdentityVault } from './identity-numbers/vault';
import type { ConceptReader } from './reference/concepts';
import type { ServiceFacts } from './service-info';
import type { RunAs } from './transaction';

/** Everything that the use cases stand on; built once in the composition root. */
export interface ServiceDeps {
  clock: Clock;
  /** Reads reference data, which no row level security guards. */
  manager: EntityManager;
  runAs: RunAs;
  readAs: RunAs;
  /** As `readAs`, as of one moment. */
  readFrozen: RunAs;
  /** How old the file with all vacancies may be before it is made anew. */
  snapshotMinutes: number;
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
  /** Hides where the steps of a portal's counts lie. */
  portalSecret: string;
  /** Encrypts identity numbers. */
  identityVault: IdentityVault;
  about: ServiceFacts;
}
