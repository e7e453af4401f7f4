import { type EntityManager, In } from 'typeorm';
import type { Clock } from '../../clock';
import { Contact, ContactStep } from '../../entities';
import type { ApplicationState } from '../../entities/vocabulary';
import { errors } from '../../errors';
import { requireOwnCandidate } from '../candidates/change-own';
import { type Slice, type SliceRequest, sliceOf } from '../slice';
import { type RunAs, withinAs } from '../transaction';
import { employersOfOwn } from '../vacancies/own-vacancy';
import { actorOf, type Viewer } from '../viewer';
import { restingContacts } from './contact-rows';

/** Steps of each history that are told, the newest. Source: our choice; few have more than ten. */
const MOST_STEPS = 50;

interface Deps {
  readAs: RunAs;
  clock: Clock;
}

/** An invitation or application, with its steps from the first to the last. */
export interface ListedContact {
  readonly contact: Contact;
  readonly steps: readonly ContactStep[];
  /** Under which the employer knows the person; null for who asks as the person. */
  readonly handle: string | null;
  /** The moment as of which the state is told. */
  readonly now: Date;
}

/** By what a list of contacts goes: what was asked of people, or what they asked for. */
type Order = 'invitedAt' | 'appliedAt';

type Condition = readonly [text: string, values: Record<string, unknown>];

/**
 * The invitations of the signed-in person, newest first, or one of them; a place is the id.
 *
 * Errors: CANDIDATE_ONLY. Cost: 5 queries.
 */
export const listInvitations = (deps: Deps) => listOwn(deps, 'invitedAt');

/**
 * The applications of the signed-in person, newest first, or one of them; a place is the id.
 *
 * Errors: CANDIDATE_ONLY. Cost: 5 queries.
 */
export const listApplications = (deps: Deps) => listOwn(deps, 'appliedAt');

const listOwn =
  ({ readAs, clock }: Deps, order: Order) =>
  async (viewer: Viewer, request: SliceRequest<string>, only: string | null = null) => {
    const own = await requireOwnCandidate(readAs, viewer);
    const conditions: Condition[] = [
      ['contact.candidateId = :own', { own: own.id }],
      ...(only === null ? [] : [['contact.id = :only', { only }] as const]),
    ];
    return await readAs(`candidate:${own.id}`, (manager) =>
      listContacts(manager, order, conditions, request, clock.now()),
    );
  };

/**
 * The applications for a vacancy of an employer for whom the viewer acts, newest first, perhaps only in some states; a
 * place is the id.
 *
 * Errors: NOT_FOUND, the same for a missing vacancy and for another employer's. Cost: 9 queries.
 */
export const listVacancyApplications =
  ({ readAs, clock }: Deps) =>
  (
    viewer: Viewer,
    { vacancyId, states }: { vacancyId: string; states: readonly ApplicationState[] },
    request: SliceRequest<string>,
  ): Promise<Slice<ListedContact>> =>
    readAs(actorOf(viewer), async (manager) => {
      const own = await employersOfOwn(manager, viewer, [vacancyId], clock.now());
      if (!own.has(vacancyId)) throw errors.object.notFound('vacancyId');
      const resting = await withinAs(manager, 'system', () =>
        restingContacts(manager, { vacancyId }),
      );
      const conditions: Condition[] = [
        ['contact.vacancyId = :vacancyId', { vacancyId }],
        // Of two records that are of one person one stands there.
        ['contact.id <> ALL(:resting)', { resting }],
        ...(states.length === 0
          ? []
          : [['contact.applicationState IN (:...states)', { states }] as const]),
      ];
      return await listContacts(manager, 'appliedAt', conditions, request, clock.now());
    });

/** A contact with an employer for whom the viewer acts; null for any other. Cost: 8 queries. */
export const findEmployerContact =
  ({ readAs, clock }: Deps) =>
  (viewer: Viewer, id: string): Promise<ListedContact | null> =>
    readAs(actorOf(viewer), async (manager) => {
      const contact = await manager.findOneBy(Contact, { id });
      if (contact === null) return null;
      const own = await employersOfOwn(manager, viewer, [contact.vacancyId], clock.now());
      if (!own.has(contact.vacancyId)) return null;
      const resting = await withinAs(manager, 'system', () => restingContacts(manager, { id }));
      if (resting.length > 0) return null;
      return (await complete(manager, [contact], clock.now()))[0] ?? null;
    });

async function listContacts(
  manager: EntityManager,
  order: Order,
  conditions: readonly Condition[],
  request: SliceRequest<string>,
  now: Date,
): Promise<Slice<ListedContact>> {
  const query = manager
    .createQueryBuilder(Contact, 'contact')
    .where(`contact.${order} IS NOT NULL`);
  for (const [text, values] of conditions) query.andWhere(text, values);
  const total = await query.getCount();
  if (request.after !== null) {
    const column = order === 'invitedAt' ? 'invited_at' : 'applied_at';
    query.andWhere(
      `(contact.${order}, contact.id) < (
         SELECT before.${column}, before.id FROM contacts before WHERE before.id = :after)`,
      { after: request.after },
    );
  }
  const contacts = await query
    .orderBy(`contact.${order}`, 'DESC')
    .addOrderBy('contact.id', 'DESC')
    .limit(request.first + 1)
    .getMany();
  const listed = await complete(manager, contacts, now);
  return sliceOf(listed, request, total, ({ contact }) => contact.id);
}

async function complete(
  manager: EntityManager,
  contacts: readonly Contact[],
  now: Date,
): Promise<ListedContact[]> {
  const ids = contacts.map(({ id }) => id);
  const steps = await manager.find(ContactStep, {
    where: { contactId: In(ids) },
    order: { id: 'ASC' },
  });
  const handles = await readHandles(manager, ids);
  return contacts.map((contact) => ({
    contact,
    steps: steps.filter(({ contactId }) => contactId === contact.id).slice(-MOST_STEPS),
    handle: handles.get(contact.id) ?? null,
    now,
  }));
}

/** By contact; row level security gives an employer its own, and a person none. */
async function readHandles(
  manager: EntityManager,
  contactIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await manager.query<{ id: string; handle: string }[]>(
    `SELECT c.id, h.handle FROM contacts c
     JOIN candidate_handles h ON h.organisation_id = c.employer_id AND h.candidate_id = c.candidate_id
     WHERE c.id = ANY($1::uuid[])`,
    [contactIds],
  );
  return new Map(rows.map(({ id, handle }) => [id, handle]));
}
