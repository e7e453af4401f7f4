import type { EntityManager } from 'typeorm';
import { appendAudit } from '../../audit/append-audit';
import type { Clock } from '../../clock';
import { Candidate } from '../../entities';
import type { OfficeRole } from '../../entities/vocabulary';
import { errors } from '../../errors';
import { officeDay } from '../../text/office-day';
import { once } from '../idempotency';
import { isInOffice, type Office, officeOf } from '../offices/office-of';
import { refuseOwnMatter } from '../offices/own-matter';
import { done, type Outcome, refused } from '../problems';
import { type RunAs, withinAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';
import { type Claim, checkClaims, writeClaims } from './claims';
import { type PersonCommand, writePerson } from './own-person';

export interface HelpConfirm extends PersonCommand {
  /** As the person shows it. */
  candidateId: string;
  items: readonly Claim[];
}

/** Auditors look, and help nobody. */
const HELPERS: readonly OfficeRole[] = ['FACILITATOR', 'OFFICER', 'ULD_OFFICER'];

/**
 * The id of a person of whom somebody of the office or a facilitator confirms competencies, after seeing the work or the
 * papers; it is audited, and nothing of the person is told.
 *
 * Errors: OFFICE_ONLY; NOT_FOUND, the same for a person of another region and for nobody; OWN_MATTER; those of `once`.
 * Problems: those of `checkClaims`.
 */
export const helpConfirm =
  ({ runAs, clock }: { runAs: RunAs; clock: Clock }) =>
  (viewer: Viewer, command: HelpConfirm): Promise<Outcome<string>> =>
    runAs(actorOf(viewer), async (manager) => {
      const office = await officeOf(manager, HELPERS);
      const { clientMutationId, ...body } = command;
      const at = clock.now();
      const attempt = { accountId: viewer.accountId, key: clientMutationId, body, at };
      return once(manager, { ...attempt, operation: 'helpConfirmCompetencies' }, () =>
        // The rights of an office end at its desk: no row of a person is open to its accounts.
        withinAs(manager, 'system', async () => {
          const { candidateId } = command;
          const person = await lockPerson(manager, office, candidateId);
          await refuseOwnMatter(manager, viewer.accountId, { candidateId }, at);
          const problems = await checkClaims(manager, person.id, command.items, officeDay(at));
          if (problems.length > 0) return refused<string>(problems);
          await writeClaims(manager, person.id, command.items, 'FACILITATOR_CONFIRMED');
          await writePerson(manager, person, 'candidate.competency_confirmed', {}, at);
          await appendAudit(manager, {
            actor: actorOf(viewer),
            action: 'competencies.confirmed',
            subjectType: 'candidate',
            subjectId: person.id,
            detail: { count: command.items.length },
          });
          return done(person.id);
        }),
      );
    });

async function lockPerson(manager: EntityManager, office: Office, id: string): Promise<Candidate> {
  const person = await manager.findOne(Candidate, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  if (person === null || person.status === 'ERASED' || !isInOffice(office, person.regionCode)) {
    throw errors.object.notFound('candidateId');
  }
  return person;
}
