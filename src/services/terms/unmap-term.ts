import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import { plausibleTerm } from '../../text/plausible-term';
import { once } from '../idempotency';
import { officeOf } from '../offices/office-of';
import { done, type Outcome, problem, refused } from '../problems';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';
import type { MapTerm } from './map-term';
import { changeAliases, findConcept, findMapping, lockTerms } from './mappings';

interface Deps {
  clock: Clock;
  runAs: RunAs;
}

/**
 * The id of the concept that a word no longer leads to. What an officer explained can be taken back, nothing else; who and
 * when stay. Where the word was used in vain before, it waits for an explanation again.
 *
 * Shape: the concept may be named as it was when the word was explained, or by its heir. Vacancies keep what was read before.
 * Errors: OFFICE_ONLY; those of `once`. Problems: TERM_NOT_MAPPED.
 */
export const unmapTerm =
  ({ clock, runAs }: Deps) =>
  async (viewer: Viewer, command: MapTerm): Promise<Outcome<string>> =>
    runAs(actorOf(viewer), async (manager) => {
      await officeOf(manager, ['OFFICER']);
      const { clientMutationId: key, ...body } = command;
      const at = clock.now();
      const attempt = { accountId: viewer.accountId, key, body, at, operation: 'unmapTerm' };
      return once(manager, attempt, async () => {
        await lockTerms(manager);
        const { conceptType } = command;
        const term = plausibleTerm(command.term) ?? '';
        const mapping = await findMapping(manager, conceptType, term);
        if (mapping === null || !(await isMeant(manager, command, mapping.conceptId))) {
          return refused([problem('TERM_NOT_MAPPED', 'term')]);
        }
        await manager.query(
          `UPDATE term_mappings SET retired_revision = nextval('term_mappings_revision_seq'), retired_by = $2, retired_at = $3
           WHERE revision = $1`,
          [mapping.revision, viewer.accountId, at],
        );
        await changeAliases(manager, 'term.unmapped', conceptType, mapping.conceptId, term);
        const other = conceptType === 'COMPETENCY' ? 'OCCUPATION' : 'COMPETENCY';
        if ((await findMapping(manager, other, term)) === null) {
          const sql = 'UPDATE unresolved_terms SET explained_at = NULL WHERE term = $1';
          await manager.query(sql, [term]);
        }
        return done(mapping.conceptId);
      });
    });

/** Whether the concept that was named is the one that the word leads to. */
async function isMeant(
  manager: EntityManager,
  command: Pick<MapTerm, 'conceptType' | 'conceptId'>,
  mappedId: string,
): Promise<boolean> {
  if (command.conceptId === mappedId) return true;
  return (await findConcept(manager, command))?.id === mappedId;
}
