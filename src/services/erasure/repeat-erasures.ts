import { appendAudit } from '../../audit/append-audit';
import type { RunAs } from '../transaction';
import { erasePerson } from './erase-person';
import type { LoggedErasure } from './erasure-deps';

const ENTRIES_AT_ONCE = 5_000;

/**
 * Carries out again what was erased and is there all the same, since a backup of before was restored or the process
 * ended between log and commit; returns how many people.
 *
 * Cost: 1 query for 5,000 entries, and an erasure each.
 */
export async function repeatErasures(
  { runAs }: { runAs: RunAs },
  logged: readonly LoggedErasure[],
): Promise<number> {
  let repeated = 0;
  for (let start = 0; start < logged.length; start += ENTRIES_AT_ONCE) {
    const part = logged.slice(start, start + ENTRIES_AT_ONCE);
    const alive = await runAs('system', (manager) =>
      manager.query<{ id: string }[]>('SELECT id FROM candidates WHERE id = ANY($1::uuid[])', [
        part.map(({ candidateId }) => candidateId),
      ]),
    );
    const atOf = new Map(part.map(({ candidateId, at }) => [candidateId, at]));
    for (const { id } of alive) repeated += Number(await repeat(runAs, id, atOf.get(id)));
  }
  return repeated;
}

const repeat = (runAs: RunAs, candidateId: string, at = new Date()): Promise<boolean> =>
  runAs('system', async (manager) => {
    const isErased = await erasePerson(manager, candidateId, at);
    if (!isErased) return false;
    await appendAudit(manager, {
      ...{ actor: 'system', action: 'candidate.erased' },
      ...{ subjectType: 'candidate', subjectId: candidateId, detail: { by: 'ERASURE_LOG' } },
    });
    return true;
  });
