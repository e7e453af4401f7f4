import type { EligibilityLine, Factor, Via } from './explain';
import type { Necessity } from './facts';
import type { CheckResult, Verdict } from './tally';

/** Names the form of a leaf; any change of it takes a new name. Source: docs/MATCHING.md. */
export const STATEMENT_FORM = 'padan-receipt-1';

/** What a whole sealed order has in common. */
export interface SealedOrder {
  readonly snapshotId: string;
  readonly vacancyId: string;
  readonly vacancyVersion: number;
  /** Place in the order of changes that the ranking reflects. */
  readonly dataAsOf: number;
  readonly algorithmVersion: string;
  readonly taxonomyVersion: number;
  /** How many are eligible: the leaves of the tree. */
  readonly eligible: number;
}

export type StatementLine = readonly [
  factor: Factor,
  requirementId: string | null,
  weightBp: number,
  fulfilmentBp: number,
  via: Via,
  isUnstated: boolean,
];

export type StatementCheck = readonly [
  check: EligibilityLine['check'],
  requirementId: string | null,
  necessity: Necessity,
  result: CheckResult,
];

/** What one leaf says about one person: all that the score and the verdict follow from, and no identity. */
export interface Statement extends SealedOrder {
  readonly rank: number;
  readonly tiedWith: number;
  readonly scoreBp: number;
  readonly verdict: Verdict;
  readonly lines: readonly StatementLine[];
  readonly checks: readonly StatementCheck[];
}

/** The members of a leaf in the order in which they are written. */
export type LeafFields = readonly [
  form: typeof STATEMENT_FORM,
  snapshotId: string,
  vacancyId: string,
  vacancyVersion: number,
  dataAsOf: number,
  algorithmVersion: string,
  taxonomyVersion: number,
  eligible: number,
  rank: number,
  tiedWith: number,
  scoreBp: number,
  verdict: Verdict,
  lines: readonly StatementLine[],
  checks: readonly StatementCheck[],
];

/** The statement as the list that a receipt shows. */
export const toFields = (s: Statement): LeafFields => [
  STATEMENT_FORM,
  s.snapshotId,
  s.vacancyId,
  s.vacancyVersion,
  s.dataAsOf,
  s.algorithmVersion,
  s.taxonomyVersion,
  s.eligible,
  s.rank,
  s.tiedWith,
  s.scoreBp,
  s.verdict,
  s.lines,
  s.checks,
];

/** The statement that a list of fields stands for. */
export function fromFields(fields: LeafFields): Statement {
  const [, snapshotId, vacancyId, vacancyVersion, dataAsOf, algorithmVersion, ...rest] = fields;
  const [taxonomyVersion, eligible, rank, tiedWith, scoreBp, verdict, lines, checks] = rest;
  return {
    ...{ snapshotId, vacancyId, vacancyVersion, dataAsOf, algorithmVersion, taxonomyVersion },
    ...{ eligible, rank, tiedWith, scoreBp, verdict, lines, checks },
  };
}

/**
 * The text that is hashed: JSON without spaces, whole numbers and ASCII only, so that every language writes the same.
 *
 * Cost: some 4 microseconds.
 */
export const writeStatement = (statement: Statement): string => JSON.stringify(toFields(statement));
