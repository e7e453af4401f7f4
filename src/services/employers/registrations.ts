import type { EntityManager } from 'typeorm';
import { type Employer, EmployerRegistration } from '../../entities';
import { officeRoles } from '../../entities/vocabulary';
import { errors } from '../../errors';
import { officeOf } from '../offices/office-of';
import { type Slice, type SliceRequest, sliceOf } from '../slice';
import { actorOf, type Viewer } from '../viewer';
import type { EmployerDeps } from './own-employer';

/** A registration with its employer. */
export type Registration = EmployerRegistration & { employer: Employer };

type Place = readonly [decideBy: string, employerId: string];

/**
 * The registration of an employer for which the viewer acts or whose office the viewer works for; null when it did not
 * sign up here.
 *
 * Errors: NOT_FOUND for every other one. Cost: 1 query.
 */
export const findRegistration =
  ({ readAs }: EmployerDeps) =>
  (viewer: Viewer, employerId: string): Promise<Registration> =>
    readAs(actorOf(viewer), async (manager) => {
      const found = await registrationOf(manager, employerId);
      if (found === null) throw errors.object.notFound('employerId');
      return found;
    });

/** As far as row security lets the actor see it. */
export const registrationOf = (
  manager: EntityManager,
  employerId: string,
): Promise<Registration | null> =>
  manager.findOne(EmployerRegistration, { where: { employerId }, relations: { employer: true } });

/**
 * Registrations in the area of the viewer's office that nobody decided, the most urgent first.
 *
 * Ties: by id. Errors: OFFICE_ONLY. Cost: 3 queries.
 */
export const verificationQueue =
  ({ readAs }: EmployerDeps) =>
  (viewer: Viewer, request: SliceRequest<Place>): Promise<Slice<Registration>> =>
    readAs(actorOf(viewer), async (manager) => {
      await officeOf(manager, officeRoles);
      const undecided = manager
        .createQueryBuilder(EmployerRegistration, 'registration')
        .innerJoinAndSelect('registration.employer', 'employer')
        .where('registration.decidedAt IS NULL')
        .andWhere('padan_office_covers(employer.regionCode)');
      const total = await undecided.getCount();
      if (request.after !== null) {
        const [decideBy, employerId] = request.after;
        undecided.andWhere('(registration.decideBy, registration.employerId) > (:decideBy, :id)', {
          decideBy,
          id: employerId,
        });
      }
      const rows = await undecided
        .orderBy('registration.decideBy')
        .addOrderBy('registration.employerId')
        .limit(request.first + 1)
        .getMany();
      return sliceOf(rows, request, total, (row) => [row.decideBy.toISOString(), row.employerId]);
    });
