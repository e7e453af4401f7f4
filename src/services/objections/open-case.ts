import type { Objection } from '../../entities';
import type { FactsSource } from '../../matching/facts-store';
import { noteDisclosures } from '../disclosures/note-disclosures';
import { matchPerson, type OwnMatch } from '../matching/match-own';
import { findSealedPlace, type SealedStanding } from '../receipts/sealed-place';
import type { Viewer } from '../viewer';
import { type ReviewDeps, readForOffice } from './office-objection';

/** An objection with what the person sees of the match. */
export interface ObjectionCase {
  readonly objection: Objection;
  /** As of now; null for a vacancy that is closed and for a person who is not matched now. */
  readonly match: OwnMatch | null;
  /** The person's place in the sealed order that was the newest when they objected. */
  readonly sealed: SealedStanding | null;
}

/** What opening a case tells. */
const CASE_FIELDS: readonly string[] = ['objection', 'match', 'sealedPlace'];

/**
 * An objection as the officer looks at it. Before it is told, the person's disclosures say who opened it.
 *
 * Errors: those of `readForOffice`. Cost: 11 queries.
 */
export const openCase =
  (deps: ReviewDeps & { facts: FactsSource }) =>
  async (viewer: Viewer, id: string): Promise<ObjectionCase> => {
    const at = deps.clock.now();
    const { objection, sealed } = await deps.runAs('system', async (manager) => {
      const found = await readForOffice(manager, viewer, id, at);
      const { candidateId, vacancyId, snapshotId } = found;
      await noteDisclosures(manager, [
        {
          ...{ candidateId, actorKind: 'OFFICER', accountId: viewer.accountId, employerId: null },
          ...{ fields: [...CASE_FIELDS], purpose: 'OBJECTION', vacancyId, at },
        },
      ]);
      const [person] = await manager.query<{ number: number }[]>(
        'SELECT number FROM candidates WHERE id = $1',
        [candidateId],
      );
      const place =
        snapshotId && person
          ? await findSealedPlace(manager, { vacancyId, snapshotId }, person.number)
          : null;
      return { objection: found, sealed: place };
    });
    const { candidateId, vacancyId } = objection;
    const matches = await matchPerson(deps, candidateId, [vacancyId]);
    return { objection, sealed, match: matches.get(vacancyId) ?? null };
  };
