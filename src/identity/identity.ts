import type { AccessTokens } from './access-tokens';
import type { CallerLimits } from './caller-limits';
import type { CodeDelivery } from './delivery/delivery';
import type { IdentityKeys } from './derived-keys';

/** What the use cases of sign-in stand on. */
export interface Identity {
  readonly keys: IdentityKeys;
  /** Null where only an identity provider signs people in. */
  readonly tokens: AccessTokens | null;
  readonly delivery: CodeDelivery;
  readonly callers: CallerLimits;
}
