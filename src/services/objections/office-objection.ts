import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import { Objection } from '../../entities';
import { errors } from '../../errors';
import { once } from '../idempotency';
import { isOfficersPerson } from '../offices/officers-person';
import { refuseOwnMatter } from '../offices/own-matter';
import type { Outcome } from '../problems';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';

export interface ReviewDeps {
  runAs: RunAs;
  readAs: RunAs;
  clock: Clock;
}

/** What an officer does with an objection. */
export interface Review {
  clientMutationId: string;
  objectionId: string;
}

/**
 * Carries out what an officer does with an objection, at most once a key, as `system`.
 *
 * Errors: those of `readForOffice` and of `once`. Cost: 8 queries beside `work`.
 */
export function reviewObjection<C extends Review>(
  { runAs, clock }: ReviewDeps,
  viewer: Viewer,
  operation: string,
  { clientMutationId, ...body }: C,
  work: (manager: EntityManager, objection: Objection, at: Date) => Promise<Outcome<string>>,
): Promise<Outcome<string>> {
  const at = clock.now();
  const attempt = { accountId: viewer.accountId, key: clientMutationId, operation, body, at };
  return runAs('system', (manager) =>
    once(manager, attempt, async () =>
      work(manager, await readForOffice(manager, viewer, body.objectionId, at), at),
    ),
  );
}

/**
 * An objection of a person of an officer's area, locked until the transaction ends. The reader is `system`.
 *
 * Errors: OFFICE_ONLY; NOT_FOUND for one of another area, as for none; OWN_MATTER, also where the vacancy is of an employer
 * with which the officer had to do. Cost: 5 queries.
 */
export async function readForOffice(
  manager: EntityManager,
  { accountId }: Viewer,
  id: string,
  at: Date,
): Promise<Objection> {
  const found = await manager.findOne(Objection, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  const candidateId = found?.candidateId ?? NOBODY;
  const isOwn = await isOfficersPerson(manager, accountId, candidateId);
  if (found === null || !isOwn) throw errors.object.notFound('id');
  const [{ employerId }] = await manager.query<{ employerId: string }[]>(
    'SELECT employer_id AS "employerId" FROM vacancies WHERE id = $1',
    [found.vacancyId],
  );
  await refuseOwnMatter(manager, accountId, { candidateId, employerId }, at);
  return found;
}

/** No person has it. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
