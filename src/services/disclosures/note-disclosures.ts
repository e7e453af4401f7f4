import type { EntityManager } from 'typeorm';
import { insertRows } from '../../database/insert-rows';
import { Disclosure } from '../../entities';

/** That somebody read who a person is. */
export type NewDisclosure = Pick<
  Disclosure,
  | 'candidateId'
  | 'actorKind'
  | 'accountId'
  | 'employerId'
  | 'fields'
  | 'purpose'
  | 'vacancyId'
  | 'at'
>;

/**
 * Notes who reads what of whom, in the transaction that reads it: nobody is told what was not noted (I18).
 *
 * Runs as the service. Cost: 1 query.
 */
export const noteDisclosures = (
  manager: EntityManager,
  disclosures: readonly NewDisclosure[],
): Promise<void> => insertRows(manager, Disclosure, disclosures);
