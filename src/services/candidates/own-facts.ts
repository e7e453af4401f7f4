import { errors, reasons } from '../../errors';
import type { CandidateFacts } from '../../matching/core/facts';
import { loadCandidates } from '../../matching/facts/candidates';
import type { FactsStore } from '../../matching/facts-store';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';
import { findOwnCandidate } from './own-candidate';

/**
 * What matching knows of the signed-in person: the same bands as every employer's ranking is made from (I8).
 *
 * Errors: NOT_MATCHED for an account that is nobody's, a search that is not ACTIVE, and without consent.
 * Cost: 2 queries.
 */
export async function readOwnFacts(
  readAs: RunAs,
  viewer: Viewer,
  { catalogue, month }: Pick<FactsStore, 'catalogue' | 'month'>,
): Promise<CandidateFacts> {
  const own = await findOwnCandidate(readAs, viewer);
  if (own === null) throw errors.candidate.notMatched(reasons.noProfile);
  if (!own.isActive) throw errors.candidate.notMatched(reasons.notActive);
  const [person] = await readAs(`candidate:${own.id}`, (manager) =>
    loadCandidates(manager, catalogue, month, [own.id]),
  );
  if (!own.hasConsent || !person) throw errors.candidate.notMatched(reasons.noConsent);
  return person.facts;
}
