import { createAccessTokens } from '../../src/identity/access-tokens';
import { CallerLimits } from '../../src/identity/caller-limits';
import type { CodeMessage } from '../../src/identity/delivery/delivery';
import { identityKeys } from '../../src/identity/derived-keys';
import type { Identity } from '../../src/identity/identity';
import { newSigningKey } from '../../src/identity/signing-key';

/** Sign-in with keys of its own; what is sent to people ends in `sent`. */
export function anIdentity(sent: CodeMessage[] = [], changes: Partial<Identity> = {}): Identity {
  return {
    keys: identityKeys('a secret of tests'),
    tokens: createAccessTokens('padan-own', newSigningKey()),
    delivery: {
      reaches: () => true,
      send: async (message) => {
        sent.push(message);
      },
    },
    callers: new CallerLimits(),
    ...changes,
  };
}
