import type { Logger } from 'pino';
import type { Config } from '../config';
import { type AccessTokens, createAccessTokens } from './access-tokens';
import { CallerLimits } from './caller-limits';
import { createDelivery } from './delivery/create-delivery';
import { identityKeys } from './derived-keys';
import { developmentSecret, developmentSessionKey } from './development-keys';
import type { Identity } from './identity';

type Settings = Pick<Config, 'identity' | 'environment' | 'home' | 'secret'>;

/** What sign-in stands on, as the settings say; in development with keys of this machine. */
export async function createIdentity(
  config: Settings,
  log: Pick<Logger, 'warn' | 'info'>,
): Promise<Identity> {
  const tokens = await ownTokens(config);
  if (tokens === null) log.info('Codes are not offered: there is no AUTH_SIGNING_KEY');
  return {
    keys: identityKeys(config.secret ?? (await developmentSecret(config.home))),
    tokens,
    delivery: createDelivery(config, log),
    callers: new CallerLimits(),
  };
}

async function ownTokens({ identity, environment, home }: Settings): Promise<AccessTokens | null> {
  const { issuer, signingKey } = identity;
  if (signingKey !== null) return createAccessTokens(issuer, signingKey);
  if (environment === 'production') return null;
  return createAccessTokens(issuer, await developmentSessionKey(home));
}
