import type { Clock } from '../../clock';
import type { ApiKeyKind } from '../../entities/vocabulary';
import type { Identity } from '../../identity/identity';
import { hashToken } from '../../identity/random-tokens';
import { sharedReads } from '../shared-reads';
import type { RunAs } from '../transaction';
import type { Portal } from '../viewer';

/** Half of the time within which a key that was revoked must stop everywhere (5 s). */
const KEPT_MS = 2_000;

/** A portal and until when its key holds. */
export interface KeyedPortal {
  readonly portal: Portal;
  readonly expiresAt: Date;
}

interface Row {
  id: string;
  kind: ApiKeyKind;
  name: string;
  portal_code: string;
  key_hash: Buffer;
  scopes: string[];
  quota_per_minute: number;
  expires_at: Date;
}

/**
 * The portal of an API key, as of two seconds ago at most; null for a key that is unknown, revoked or expired.
 *
 * Cost: 1 query for all keys that are asked for at one time.
 */
export function findPortal({
  readAs,
  clock,
  identity,
}: {
  readAs: RunAs;
  clock: Clock;
  identity: Pick<Identity, 'keys'>;
}): (key: string) => Promise<KeyedPortal | null> {
  const reads = sharedReads<Buffer, KeyedPortal | null>(
    async (hashes) => {
      const rows = await readAs('system', (manager) =>
        manager.query<Row[]>(
          `SELECT id, kind, name, portal_code, key_hash, scopes, quota_per_minute, expires_at FROM api_keys
           WHERE key_hash = ANY($1) AND revoked_at IS NULL AND expires_at > $2`,
          [hashes, clock.now()],
        ),
      );
      return hashes.map((hash) => toPortal(rows.find(({ key_hash }) => key_hash.equals(hash))));
    },
    { keyOf: (hash) => hash.toString('base64'), keptMs: KEPT_MS },
  );
  return (key) => reads.load(hashToken(identity.keys.apiKey, key));
}

function toPortal(row: Row | undefined): KeyedPortal | null {
  if (row === undefined) return null;
  const mayWrite = row.scopes.includes('WRITE');
  return {
    portal: {
      ...{ keyId: row.id, code: row.portal_code, kind: row.kind, name: row.name, mayWrite },
      quotaPerMinute: row.quota_per_minute,
    },
    expiresAt: row.expires_at,
  };
}
