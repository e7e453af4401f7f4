import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { appendAudit } from '../../audit/append-audit';
import { reasons } from '../../errors';
import { officeDay } from '../../text/office-day';
import { takeTurns } from '../accounts/take-turns';
import { requireOwnCandidate } from '../candidates/change-own';
import { restingRecords } from '../erasure/merged-records';
import { once } from '../idempotency';
import { type IdentityDeps, readMasked } from '../identity-numbers/identity-rows';
import { done, type Outcome, problem, refused } from '../problems';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';
import { toJsonResume } from './json-resume';
import { type PersonalRows, readPersonalRows } from './personal-rows';
import { readResume } from './read-resume';

export const exportFormats = ['JSON', 'JSON_RESUME'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Source: our choice; a person reads it, a script need not. */
const MOST_EXPORTS_A_DAY = 20;
/** Quotes double inside an answer: the largest part stays below 1 MiB. */
const PART_CHARACTERS = 256 * 1024;

export interface ExportMyData {
  clientMutationId: string;
  format: ExportFormat;
  /** From 1 on. */
  part: number;
}

/** A part of a person's file. */
export interface ExportedPart {
  readonly content: string;
  readonly part: number;
  readonly parts: number;
  /** SHA-256 of the whole file: parts with another one belong to another state. */
  readonly digest: string;
}

/**
 * Everything that is known of the signed-in person, or a résumé of it, as a file that machines read. A file that is larger
 * than an answer comes in parts, to be put together as they are.
 *
 * Errors: CANDIDATE_ONLY; those of `once`. Problems: LIMIT_REACHED after 20 answers in 24 hours.
 * Cost: 4 queries a table, and as many for each record that was made one with this one.
 */
export const exportMyData =
  (deps: IdentityDeps) =>
  async (viewer: Viewer, command: ExportMyData): Promise<Outcome<ExportedPart>> => {
    const { id } = await requireOwnCandidate(deps.readAs, viewer);
    const { clientMutationId, ...body } = command;
    const at = deps.clock.now();
    const attempt = { accountId: viewer.accountId, key: clientMutationId, body, at };
    const allowed = await deps.runAs('system', (manager) =>
      once(manager, { ...attempt, operation: 'exportMyData' }, () =>
        noteExport(manager, viewer, id, command),
      ),
    );
    if (allowed.value === null) return { value: null, problems: allowed.problems };
    const file = { id, accountId: viewer.accountId, at };
    const text =
      command.format === 'JSON'
        ? await writeEverything(deps, file)
        : JSON.stringify(
            toJsonResume(await deps.readAs(`candidate:${id}`, (own) => readResume(own, id))),
            null,
            1,
          );
    const parts = Math.max(1, Math.ceil(text.length / PART_CHARACTERS));
    if (command.part > parts) return refused([problem('UNKNOWN_REFERENCE', 'part')]);
    const from = (command.part - 1) * PART_CHARACTERS;
    const digest = createHash('sha256').update(text).digest('hex');
    const content = text.slice(from, from + PART_CHARACTERS);
    return done({ content, part: command.part, parts, digest });
  };

async function noteExport(
  manager: EntityManager,
  { accountId }: Viewer,
  candidateId: string,
  { format, part }: ExportMyData,
): Promise<Outcome<string>> {
  await takeTurns(manager, accountId, 'export');
  const [{ count }] = await manager.query<{ count: number }[]>(
    `SELECT count(*)::integer AS count FROM audit_entries
     WHERE subject_id = padan_audit_pseudonym('candidate', $1) AND action = 'candidate.exported'
       AND at > now() - interval '24 hours'`,
    [candidateId],
  );
  if (count >= MOST_EXPORTS_A_DAY) {
    return refused([
      problem('LIMIT_REACHED', 'format', { max: MOST_EXPORTS_A_DAY, reason: reasons.tomorrow }),
    ]);
  }
  await appendAudit(manager, {
    ...{ actor: `candidate:${candidateId}`, action: 'candidate.exported' },
    ...{ subjectType: 'candidate', subjectId: candidateId, detail: { format, part } },
  });
  return done('EXPORTED');
}

async function writeEverything(
  { readAs, identityVault }: IdentityDeps,
  { id, accountId, at }: { id: string; accountId: string; at: Date },
): Promise<string> {
  const { resting, identityNumber } = await readAs('system', async (manager) => ({
    resting: await restingRecords(manager, id),
    identityNumber: await readMasked(manager, identityVault, id),
  }));
  const tables = await readTables(readAs, { candidateId: id, accountId });
  const restingTables: PersonalRows[] = [];
  for (const candidateId of resting) {
    restingTables.push(await readTables(readAs, { candidateId, accountId: null }));
  }
  const file = { format: 'padan/1', exportedOn: officeDay(at), identityNumber };
  const merged = resting.length === 0 ? {} : { mergedRecords: restingTables };
  return JSON.stringify({ ...file, tables, ...merged }, null, 1);
}

/** Of some things, such as disabilities, not even the service reads what the person may. */
async function readTables(
  readAs: RunAs,
  person: { candidateId: string; accountId: string | null },
): Promise<PersonalRows> {
  const kept = await readAs('system', (manager) => readPersonalRows(manager, person));
  const own = await readAs(`candidate:${person.candidateId}`, (manager) =>
    readPersonalRows(manager, person),
  );
  return fullest(kept, own);
}

/** Each table as whoever sees more of it. */
function fullest(kept: PersonalRows, own: PersonalRows): PersonalRows {
  const names = [...new Set([...Object.keys(kept), ...Object.keys(own)])].sort();
  return Object.fromEntries(
    names.map((name) => {
      const [one, other] = [kept[name] ?? [], own[name] ?? []];
      return [name, one.length >= other.length ? one : other];
    }),
  );
}
