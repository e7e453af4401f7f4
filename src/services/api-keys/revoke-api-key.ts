import { appendAudit } from '../../audit/append-audit';
import { ApiKey } from '../../entities';
import { errors } from '../../errors';
import { once } from '../idempotency';
import { officerOf } from '../offices/officer-of';
import { done, type Outcome } from '../problems';
import type { SessionDeps } from '../sessions/session-deps';
import { actorOf, type Viewer } from '../viewer';

export interface RevokeApiKey {
  clientMutationId: string;
  apiKeyId: string;
}

/**
 * The id of a key that opens nothing any more, everywhere within five seconds.
 *
 * Errors: OFFICE_ONLY; NOT_FOUND, the same for a missing key and one of another region; those of `once`.
 */
export const revokeApiKey =
  ({ runAs, clock }: Pick<SessionDeps, 'runAs' | 'clock'>) =>
  (viewer: Viewer, { clientMutationId, ...body }: RevokeApiKey): Promise<Outcome<string>> => {
    const at = clock.now();
    const { accountId } = viewer;
    const attempt = { accountId, key: clientMutationId, operation: 'revokeApiKey', body, at };
    return runAs(actorOf(viewer), async (manager) => {
      await officerOf(manager, ['OFFICER']);
      return await once(manager, attempt, async () => {
        const id = body.apiKeyId;
        const known = await manager.findOneBy(ApiKey, { id });
        if (known === null) throw errors.object.notFound('id');
        if (known.revokedAt === null) {
          await manager.update(ApiKey, { id }, { revokedAt: at });
          const subject = { subjectType: 'api_key', subjectId: id };
          await appendAudit(manager, {
            actor: actorOf(viewer),
            action: 'api_key.revoked',
            ...subject,
          });
        }
        return done(id);
      });
    });
  };
