import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import type {
  EducationLevel,
  EmploymentType,
  EvidenceStatus,
  MembershipRole,
} from '../../entities/vocabulary';
import { noteDisclosures } from '../disclosures/note-disclosures';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';
import { SHARED_CONTACTS } from './shared-contacts';

/** What a person holds, as an employer reads it with whom the person shares. */
export interface SharedCompetency {
  readonly competencyId: string;
  readonly level: number;
  readonly evidence: EvidenceStatus;
  readonly yearsUsed: number | null;
  readonly lastUsedOn: string | null;
}

export interface SharedExperience {
  readonly title: string;
  readonly employerName: string | null;
  readonly startedOn: string;
  readonly endedOn: string | null;
}

/** Who somebody is, as told to an employer with whom the person shares it. */
export interface SharedPerson {
  readonly fullName: string;
  readonly phone: string | null;
  readonly email: string | null;
  /** Village or district of living. */
  readonly regionCode: string | null;
  readonly education: EducationLevel | null;
  readonly employmentTypes: readonly EmploymentType[];
  readonly availableFrom: string | null;
  readonly competencies: readonly SharedCompetency[];
  readonly experiences: readonly SharedExperience[];
  readonly message: string | null;
  readonly sharedUntil: Date | null;
}

/** What a reading is noted to have told. Source: DOMAIN of the design (privacy, matched employer). */
const SHARED_FIELDS: readonly string[] = [
  'name',
  'phone',
  'email',
  'region',
  'education',
  'employmentTypes',
  'availableFrom',
  'competencies',
  'experiences',
  'message',
];

interface SharedRow extends SharedPerson {
  readonly contactId: string;
  readonly candidateId: string;
  readonly employerId: string;
  readonly vacancyId: string;
  readonly role: MembershipRole;
}

/**
 * Who the people of these applications are, by contact; whoever does not share it with the viewer now is missing, like
 * somebody who is not there. Each reading is noted before it is told.
 *
 * One statement asks for everything: the live consent that names the employer and vacancy, the verified employer, the
 * viewer's membership and the person. So nothing is told on the strength of what was true a moment before.
 * Cost: 1 query, 2 when anything is told.
 */
export const readShared =
  ({ runAs, clock }: { runAs: RunAs; clock: Clock }) =>
  (viewer: Viewer, contactIds: readonly string[]): Promise<Map<string, SharedPerson>> =>
    runAs('system', async (manager) => {
      const at = clock.now();
      const rows = await queryShared(manager, viewer, contactIds, at);
      await noteDisclosures(
        manager,
        rows.map(({ candidateId, employerId, vacancyId, role }) => ({
          ...{ candidateId, employerId, vacancyId, at, fields: [...SHARED_FIELDS] },
          actorKind: role === 'RECRUITER' ? 'RECRUITER' : 'EMPLOYER',
          accountId: viewer.accountId,
          purpose: 'APPLICATION',
        })),
      );
      return new Map(rows.map((row) => [row.contactId, row]));
    });

const queryShared = (
  manager: EntityManager,
  { accountId }: Viewer,
  contactIds: readonly string[],
  at: Date,
): Promise<SharedRow[]> =>
  manager.query(
    `SELECT c.id AS "contactId", c.candidate_id AS "candidateId", c.employer_id AS "employerId",
       c.vacancy_id AS "vacancyId", m.role, s.expires_at AS "sharedUntil", w.body AS message,
       p.full_name AS "fullName", p.phone, p.email, p.region_code AS "regionCode", p.education,
       p.employment_types AS "employmentTypes", p.available_from::text AS "availableFrom",
       (SELECT coalesce(json_agg(json_build_object('competencyId', k.competency_id, 'level', k.level,
            'evidence', k.evidence, 'yearsUsed', k.years_used, 'lastUsedOn', k.last_used_on)
            ORDER BY k.level DESC, k.competency_id), '[]')
        FROM candidate_competencies k WHERE k.candidate_id = p.id) AS competencies,
       (SELECT coalesce(json_agg(json_build_object('title', x.title, 'employerName', x.employer_name,
            'startedOn', x.started_on, 'endedOn', x.ended_on) ORDER BY x.started_on DESC, x.id), '[]')
        FROM work_experiences x WHERE x.candidate_id = p.id) AS experiences
     ${SHARED_CONTACTS}
     LEFT JOIN application_messages w ON w.contact_id = c.id`,
    [contactIds, accountId, at],
  );
