import type { Clock } from '../../clock';
import type { AccommodationKind, MembershipRole } from '../../entities/vocabulary';
import { noteDisclosures } from '../disclosures/note-disclosures';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';
import { SHARED_CONTACTS } from './shared-contacts';

/** What a reading is noted to have told. */
const ACCOMMODATION_FIELDS: readonly string[] = ['accommodations'];

interface Row {
  contactId: string;
  candidateId: string;
  employerId: string;
  vacancyId: string;
  role: MembershipRole;
  accommodations: AccommodationKind[];
}

/**
 * What the people of these applications need at work, by contact, and never why; whoever did not agree to just that is
 * missing, like somebody who said nothing. Each reading is noted before it is told.
 *
 * One statement asks for everything that `readShared` asks for and, in the database's own function, for the live consent to
 * share accommodations.
 * Cost: 1 query, 2 when anything is told.
 */
export const readSharedAccommodations =
  ({ runAs, clock }: { runAs: RunAs; clock: Clock }) =>
  (
    viewer: Viewer,
    contactIds: readonly string[],
  ): Promise<Map<string, readonly AccommodationKind[]>> =>
    runAs('system', async (manager) => {
      const at = clock.now();
      const rows = await manager.query<Row[]>(
        `SELECT c.id AS "contactId", c.candidate_id AS "candidateId", c.employer_id AS "employerId",
           c.vacancy_id AS "vacancyId", m.role, a.accommodations ${SHARED_CONTACTS}
         CROSS JOIN LATERAL padan_shared_accommodations(c.candidate_id, c.employer_id, c.vacancy_id, $3) a`,
        [contactIds, viewer.accountId, at],
      );
      await noteDisclosures(
        manager,
        rows.map(({ candidateId, employerId, vacancyId, role }) => ({
          ...{ candidateId, employerId, vacancyId, at, fields: [...ACCOMMODATION_FIELDS] },
          actorKind: role === 'RECRUITER' ? 'RECRUITER' : 'EMPLOYER',
          accountId: viewer.accountId,
          purpose: 'APPLICATION',
        })),
      );
      return new Map(rows.map(({ contactId, accommodations }) => [contactId, accommodations]));
    });
