import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { MemberInvitation } from '../../entities';
import type { MembershipRole } from '../../entities/vocabulary';
import { reasons } from '../../errors';
import { endOfOfficeDay } from '../../text/office-day';
import { once } from '../idempotency';
import { isPlainText } from '../plain-text';
import { done, type Outcome, type Problem, problem, refused } from '../problems';
import type { Viewer } from '../viewer';
import { type EmployerDeps, requireOwner } from './own-employer';

/** Who may come to act for an employer. */
export interface InviteMember {
  clientMutationId: string;
  employerId: string;
  role: Exclude<MembershipRole, 'RECRUITER'>;
}

/** Which recruiter may come to act for an employer, for how long and under which placement licence (LPTKS). */
export interface GrantMandate {
  clientMutationId: string;
  employerId: string;
  /** Null = now. */
  startsAt: Date | null;
  endsAt: Date;
  licenceNumber: string;
  /** Last day of the licence, `2027-03-31`. */
  licenceEndsOn: string;
}

/** An invitation and the code to hand over; null when the answer is repeated, since the code is kept nowhere. */
export interface InvitedMember {
  invitationId: string;
  code: string | null;
}

const CODE_DAYS = 7;
const DAY_MS = 86_400_000;
/** 80 random bits: no guesses need to be counted. */
const CODE_BYTES = 10;
const MAX_LICENCE_LENGTH = 60;
/** Open at one time for one employer. Source: our choice. */
const MOST_OPEN = 50;

type Terms = Pick<
  MemberInvitation,
  'role' | 'startsAt' | 'endsAt' | 'licenceNumber' | 'licenceEndsOn'
>;

/**
 * A code by which one person becomes a member of the employer's own staff, within seven days.
 *
 * Errors: NOT_FOUND unless the viewer owns the employer; those of `once`. Problems: LIMIT_REACHED.
 */
export const inviteMember =
  (deps: EmployerDeps) =>
  (viewer: Viewer, command: InviteMember): Promise<Outcome<InvitedMember>> =>
    invite(deps, viewer, 'inviteMember', command, (at) => ({
      terms: {
        ...{ role: command.role, startsAt: at, endsAt: null },
        ...{ licenceNumber: null, licenceEndsOn: null },
      },
      problems: [],
    }));

/**
 * A code by which one recruiter receives a mandate of the employer, within seven days; it ends with the licence at the
 * latest.
 *
 * Errors: NOT_FOUND unless the viewer owns the employer; those of `once`. Problems: PERIOD_INVALID, TEXT_INVALID,
 * LIMIT_REACHED.
 */
export const grantMandate =
  (deps: EmployerDeps) =>
  (viewer: Viewer, command: GrantMandate): Promise<Outcome<InvitedMember>> =>
    invite(deps, viewer, 'grantMandate', command, (at) => {
      const { licenceNumber, licenceEndsOn } = command;
      const licenceEndsAt = endOfOfficeDay(licenceEndsOn);
      const startsAt = command.startsAt ?? at;
      const endsAt = command.endsAt < licenceEndsAt ? command.endsAt : licenceEndsAt;
      const problems: Problem[] = [];
      if (!isPlainText(licenceNumber, MAX_LICENCE_LENGTH)) {
        problems.push(problem('TEXT_INVALID', 'licenceNumber', { max: MAX_LICENCE_LENGTH }));
      }
      if (licenceEndsAt <= at) problems.push(problem('PERIOD_INVALID', 'licenceEndsOn'));
      else if (endsAt <= startsAt || endsAt <= at)
        problems.push(problem('PERIOD_INVALID', 'endsAt'));
      return {
        terms: { role: 'RECRUITER', startsAt, endsAt, licenceNumber, licenceEndsOn },
        problems,
      };
    });

async function invite(
  { runAs, clock }: EmployerDeps,
  viewer: Viewer,
  operation: string,
  command: InviteMember | GrantMandate,
  termsAt: (at: Date) => { terms: Terms; problems: Problem[] },
): Promise<Outcome<InvitedMember>> {
  const at = clock.now();
  const code = newCode();
  const { clientMutationId, ...body } = command;
  const attempt = { accountId: viewer.accountId, key: clientMutationId, body, at, operation };
  let isNew = false;
  const outcome = await runAs('system', async (manager) => {
    await requireOwner(manager, viewer, command.employerId, at);
    return once(manager, attempt, async () => {
      const { terms, problems } = termsAt(at);
      if ((await countOpen(manager, command.employerId, at)) >= MOST_OPEN) {
        problems.push(
          problem('LIMIT_REACHED', 'employerId', {
            max: MOST_OPEN,
            reason: reasons.invitationsOpen,
          }),
        );
      }
      if (problems.length > 0) return refused<string>(problems);
      isNew = true;
      const { identifiers } = await manager.insert(MemberInvitation, {
        ...terms,
        ...{ employerId: command.employerId, codeHash: hashCode(code) },
        ...{ createdBy: viewer.accountId, createdAt: at },
        expiresAt: new Date(at.getTime() + CODE_DAYS * DAY_MS),
      });
      return done(String(identifiers[0]?.id));
    });
  });
  if (outcome.value === null) return refused(outcome.problems);
  return done({ invitationId: outcome.value, code: isNew ? code : null });
}

/** Groups of four characters, easy to read out. */
function newCode(): string {
  const text = randomBytes(CODE_BYTES).toString('hex');
  return text.match(/.{4}/g)?.join('-') ?? text;
}

/** The same for however it was typed. */
export const hashCode = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^0-9a-f]/g, ''))
    .digest();

const countOpen = (manager: EntityManager, employerId: string, at: Date): Promise<number> =>
  manager
    .createQueryBuilder(MemberInvitation, 'invitation')
    .where('invitation.employerId = :employerId', { employerId })
    .andWhere('invitation.acceptedAt IS NULL AND invitation.expiresAt > :at', { at })
    .getCount();
