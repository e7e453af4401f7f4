import { randomBytes, randomUUID } from 'node:crypto';
import { appendAudit } from '../../audit/append-audit';
import { ApiKey } from '../../entities';
import type { ApiKeyKind, ApiKeyScope } from '../../entities/vocabulary';
import { type IdentityKeys, keyedHash } from '../../identity/derived-keys';
import { hashToken } from '../../identity/random-tokens';
import { once } from '../idempotency';
import { officerOf } from '../offices/officer-of';
import { isPlainText } from '../plain-text';
import { done, type Outcome, problem, refused } from '../problems';
import type { SessionDeps } from '../sessions/session-deps';
import { actorOf, type Viewer } from '../viewer';

/** Every key begins so: secret scanners find it where it was published by mistake. */
export const API_KEY_PREFIX = 'padan_';
const HINT_LENGTH = 12;
/** Short in a link; nothing depends on nobody guessing it. */
const PORTAL_CODE_BYTES = 5;
const MAX_NAME_LENGTH = 100;
const DAY_MS = 24 * 3_600_000;

export interface CreateApiKey {
  clientMutationId: string;
  kind: ApiKeyKind;
  name: string;
  scopes: readonly ApiKeyScope[];
  quotaPerMinute: number;
  expiresInDays: number;
}

/** A key that was made; nobody can be told it again after a day. */
export interface ApiKeyWithSecret {
  readonly id: string;
  readonly key: string;
}

/**
 * A key for a portal or another installation, given by the office for which the viewer has worked longest.
 *
 * Errors: OFFICE_ONLY; those of `once`. Problems: TEXT_INVALID. Cost: 6 queries.
 */
export const createApiKey =
  ({ runAs, clock, identity }: SessionDeps) =>
  (viewer: Viewer, command: CreateApiKey): Promise<Outcome<ApiKeyWithSecret>> => {
    const { clientMutationId, ...body } = command;
    const { accountId } = viewer;
    const at = clock.now();
    const attempt = { accountId, key: clientMutationId, operation: 'createApiKey', body, at };
    return runAs(actorOf(viewer), async (manager) => {
      const { regionCodes } = await officerOf(manager, ['OFFICER']);
      const { value, problems } = await once(manager, attempt, async () => {
        if (!isPlainText(command.name, MAX_NAME_LENGTH)) {
          return refused<string>([problem('TEXT_INVALID', 'name', { max: MAX_NAME_LENGTH })]);
        }
        const id = randomUUID();
        const key = keyOf(identity.keys, id, clientMutationId);
        await manager.insert(ApiKey, {
          id,
          regionCode: regionCodes[0],
          kind: command.kind,
          name: command.name,
          prefix: key.slice(0, HINT_LENGTH),
          portalCode: randomBytes(PORTAL_CODE_BYTES).toString('hex'),
          keyHash: hashToken(identity.keys.apiKey, key),
          scopes: [...command.scopes],
          quotaPerMinute: command.quotaPerMinute,
          createdBy: accountId,
          createdAt: at,
          expiresAt: new Date(at.getTime() + command.expiresInDays * DAY_MS),
        });
        const subject = { subjectType: 'api_key', subjectId: id };
        await appendAudit(manager, {
          actor: actorOf(viewer),
          action: 'api_key.created',
          ...subject,
        });
        return done(id);
      });
      if (value === null) return refused(problems);
      return done({ id: value, key: keyOf(identity.keys, value, clientMutationId) });
    });
  };

/**
 * The key of a row, made from the idempotency key of the attempt, which is kept for a day: a repetition is told the same
 * without the key having been written anywhere, and after that day nobody can make it again.
 */
const keyOf = (keys: Pick<IdentityKeys, 'apiKey'>, id: string, clientMutationId: string): string =>
  API_KEY_PREFIX + keyedHash(keys.apiKey, `new ${id} ${clientMutationId}`).toString('base64url');
