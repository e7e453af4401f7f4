import type { Clock } from '../../clock';
import type { AccommodationKind, DisabilityKind } from '../../entities/vocabulary';
import { noteDisclosures } from '../disclosures/note-disclosures';
import { type RunAs, withinAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';
import type { ReadPerson } from './read-person';

/** What a person says of disabilities. */
export interface ToldDisability {
  /** Empty = none. */
  readonly kinds: DisabilityKind[];
  readonly accommodations: AccommodationKind[];
}

/** What a reading is noted to have told. */
const DISABILITY_FIELDS: readonly string[] = ['disabilityKinds', 'accommodations'];

/**
 * What a person says of disabilities, to an officer of the disability service unit (ULD) where the person lives; null to every
 * other one, and where nothing was said. Before it is told, the person's disclosures say so.
 *
 * The database's own function asks for the right: the service reads no profile.
 * Cost: 1 query, 4 when anything is told.
 */
export const readDisability =
  ({ runAs, clock }: { runAs: RunAs; clock: Clock }) =>
  (viewer: Viewer, { candidateId, purpose }: ReadPerson): Promise<ToldDisability | null> =>
    runAs(actorOf(viewer), async (manager) => {
      const [told] = await manager.query<ToldDisability[]>(
        'SELECT kinds, accommodations FROM padan_disability_for_uld($1)',
        [candidateId],
      );
      if (told === undefined) return null;
      await withinAs(manager, 'system', () =>
        noteDisclosures(manager, [
          {
            ...{ candidateId, actorKind: 'OFFICER', accountId: viewer.accountId, purpose },
            ...{ employerId: null, vacancyId: null, at: clock.now() },
            fields: [...DISABILITY_FIELDS],
          },
        ]),
      );
      return told;
    });
