import { Candidate, CandidateCompetency, WorkExperience } from '../../entities';
import type { ReadPurpose } from '../../entities/vocabulary';
import { errors } from '../../errors';
import { noteDisclosures } from '../disclosures/note-disclosures';
import { type IdentityDeps, readMasked } from '../identity-numbers/identity-rows';
import { isOfficersPerson } from '../offices/officers-person';
import { refuseOwnMatter } from '../offices/own-matter';
import type { Viewer } from '../viewer';
import { keepReadingLimit } from './reading-limit';

/** A person, and what an officer reads the record for. */
export interface ReadPerson {
  readonly candidateId: string;
  readonly purpose: ReadPurpose;
}

/** What an officer reads of a person. */
export interface OfficePerson extends ReadPerson {
  readonly person: Candidate;
  /** By competency. */
  readonly competencies: readonly CandidateCompetency[];
  /** The newest first. */
  readonly works: readonly WorkExperience[];
  readonly identityNumberMasked: string | null;
}

/** What a reading is noted to have told. Source: DOMAIN of the design (privacy, officer). */
const PERSON_FIELDS: readonly string[] = [
  'name',
  'phone',
  'email',
  'region',
  'address',
  'identityRegion',
  'identityNumberMasked',
  'education',
  'employmentTypes',
  'availableFrom',
  'expectedWage',
  'competencies',
  'experiences',
];

/** Told for the card (AK/I) and official reports alone. */
const CARD_FIELDS: readonly string[] = ['birthDate', 'gender'];
const CARD_PURPOSES: readonly ReadPurpose[] = ['JOB_SEEKER_CARD', 'OFFICIAL_REPORT'];

/** Whether birth date and gender are told for a purpose. */
export const tellsCard = (purpose: ReadPurpose): boolean => CARD_PURPOSES.includes(purpose);

/**
 * The record of a person of an officer's area, for a stated purpose. Before it is told, the person's disclosures say so.
 *
 * Errors: OFFICE_ONLY; NOT_FOUND for somebody of another area, as for nobody; OWN_MATTER; READING_LIMIT_REACHED.
 * Cost: 10 queries.
 */
export const readPerson =
  ({ runAs, clock, identityVault }: IdentityDeps) =>
  ({ accountId }: Viewer, { candidateId, purpose }: ReadPerson): Promise<OfficePerson> =>
    runAs('system', async (manager) => {
      const at = clock.now();
      const isOwn = await isOfficersPerson(manager, accountId, candidateId);
      const person = await manager.findOneBy(Candidate, { id: candidateId });
      if (!isOwn || person === null || person.status === 'ERASED')
        throw errors.object.notFound('id');
      await refuseOwnMatter(manager, accountId, { candidateId }, at);
      await keepReadingLimit(manager, accountId, [candidateId], at);
      const fields = [...PERSON_FIELDS, ...(tellsCard(purpose) ? CARD_FIELDS : [])];
      await noteDisclosures(manager, [
        {
          ...{ candidateId, actorKind: 'OFFICER', accountId, purpose, at, fields },
          ...{ employerId: null, vacancyId: null },
        },
      ]);
      const competencies = await manager.find(CandidateCompetency, {
        where: { candidateId },
        order: { competencyId: 'ASC' },
      });
      const works = await manager.find(WorkExperience, {
        where: { candidateId },
        order: { startedOn: 'DESC', id: 'ASC' },
      });
      const identityNumberMasked = await readMasked(manager, identityVault, candidateId);
      return { candidateId, purpose, person, competencies, works, identityNumberMasked };
    });
