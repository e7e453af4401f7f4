import { followLog, type LogView, type StreamItem } from '../../changes/follow-log';
import type { CursorPlace } from '../../changes/log-start';
import type { ChangeEvent, Tail } from '../../changes/tail';
import type { Clock } from '../../clock';
import type { ApplicationState } from '../../entities/vocabulary';
import { errors } from '../../errors';
import type { ActingFor } from '../accounts/acting-for';
import { requireOwnCandidate } from '../candidates/change-own';
import { findOwnCandidate } from '../candidates/own-candidate';
import { sharedReads } from '../shared-reads';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';

/** That an application moved: ids and its state as of now, nothing of the person. */
export interface ApplicationChange {
  readonly seq: number;
  readonly nodeId: string;
  readonly at: Date;
  readonly contactId: string;
  readonly vacancyId: string;
  readonly state: ApplicationState;
}

/** Applications that change, until the signal aborts. Errors: ReaderTooSlow. */
export interface ApplicationChanges {
  /** The signed-in person's own. Errors: CANDIDATE_ONLY, before the first item. */
  followOwn: Follow;
  /** Those for vacancies of the employers for whom the viewer acts when it happens. Errors: EMPLOYER_ONLY, before the first item. */
  followEmployers: Follow;
}

/** `after`: a place of the change stream; null = from now on. */
type Follow = (
  viewer: Viewer,
  after: CursorPlace | null,
  signal: AbortSignal,
) => Promise<AsyncGenerator<StreamItem<ApplicationChange>>>;

interface Deps {
  readAs: RunAs;
  clock: Clock;
  changeTail: Tail;
  actingFor: ActingFor;
}

interface Row {
  id: string;
  candidateId: string;
  vacancyId: string;
  employerId: string;
  state: ApplicationState;
}

/** Who may be told of an application, as of now. */
type IsOwn = (row: Row) => boolean;

/** Changes of all kinds that are looked at in one go. */
const STRETCH = 1_000;
/** What is told was read after the change, so it holds the change. */
const KEPT_MS = 500;

/**
 * Cost: of a stretch of changes, 1 query for all who are told of it at one time, and 1 a follower for the person behind an
 * account.
 */
export function applicationChanges(deps: Deps): ApplicationChanges {
  const { readAs, clock, changeTail, actingFor } = deps;
  const rows = sharedReads((changes: readonly ChangeEvent[]) => readRows(readAs, changes), {
    keyOf: ({ seq }) => `${seq}`,
    keptMs: KEPT_MS,
  });
  const viewOf = (ownAsOfNow: () => Promise<IsOwn>): LogView<ChangeEvent, ApplicationChange> => {
    const select = async (changes: readonly ChangeEvent[]) => {
      const concerned = changes.filter(({ aggregate }) => aggregate === 'contact');
      if (concerned.length === 0) return [];
      const isOwn = await ownAsOfNow();
      const found = await Promise.all(concerned.map((change) => rows.load(change)));
      return concerned.flatMap((change, index): ApplicationChange[] => {
        const row = found[index];
        return row !== null && isOwn(row) ? [toChange(change, row)] : [];
      });
    };
    return {
      select,
      past: async (after, upTo) => {
        const stretch = await changeTail.source.read(after, STRETCH);
        const changes = stretch.filter(({ seq }) => seq <= upTo);
        return { items: await select(changes), upTo: changes[STRETCH - 1]?.seq ?? upTo };
      },
    };
  };
  const follow = (
    ownAsOfNow: () => Promise<IsOwn>,
    after: CursorPlace | null,
    signal: AbortSignal,
  ) => followLog(changeTail, viewOf(ownAsOfNow), { after, signal, now: () => clock.now() });
  return {
    followOwn: async (viewer, after, signal) => {
      await requireOwnCandidate(readAs, viewer);
      const ownAsOfNow = async (): Promise<IsOwn> => {
        const own = await findOwnCandidate(readAs, viewer);
        return ({ candidateId }) => candidateId === own?.id;
      };
      return follow(ownAsOfNow, after, signal);
    },
    followEmployers: async (viewer, after, signal) => {
      if ((await actingFor.load(viewer.accountId)).size === 0) throw errors.employer.only();
      const ownAsOfNow = async (): Promise<IsOwn> => {
        const employers = await actingFor.load(viewer.accountId);
        return ({ employerId }) => employers.has(employerId);
      };
      return follow(ownAsOfNow, after, signal);
    },
  };
}

/** In the order of the changes; null for a contact that is gone and one without an application. */
async function readRows(
  readAs: RunAs,
  changes: readonly ChangeEvent[],
): Promise<readonly (Row | null)[]> {
  const ids = changes.map(({ aggregateId }) => aggregateId);
  const rows = await readAs('system', (manager) =>
    manager.query<Row[]>(
      `SELECT id, candidate_id AS "candidateId", vacancy_id AS "vacancyId", employer_id AS "employerId",
         application_state AS state FROM contacts WHERE id = ANY($1::uuid[]) AND application_state IS NOT NULL`,
      [ids],
    ),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

const toChange = (
  { seq, nodeId, at }: ChangeEvent,
  { id, vacancyId, state }: Row,
): ApplicationChange => ({ seq, nodeId, at, contactId: id, vacancyId, state });
