import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../../clock';
import type { Config } from '../../../config';
import { errors, reasons } from '../../../errors';
import type { IssuedToken } from '../../../identity/access-tokens';
import { developmentSecret } from '../../../identity/development-keys';
import { publicAddress } from '../../public-address';
import { takeFormsOnly } from '../layout/take-forms';
import { addMatchRoutes } from './match-routes';
import { addRecordRoutes } from './record-routes';
import { routeAdder } from './routes';
import { PAGES_PATH } from './session/cookie-jar';
import { cookieSeal } from './session/sealed-session';
import { addSignInRoutes } from './sign-in/routes';

export interface SeekerPagesParts {
  readonly config: Pick<
    Config,
    'secret' | 'home' | 'publicUrl' | 'port' | 'environment' | 'identity'
  >;
  readonly clock: Clock;
  /** An access token of a session that lives; null when it has ended. */
  readonly continueSession: (refreshToken: string) => Promise<IssuedToken | null>;
}

/**
 * Adds `/saya` and everything below it: the pages of somebody who looks for work, without a script. They ask this server's
 * own candidate endpoint; the cookie that they keep a session in is sent nowhere else.
 */
export async function registerSeekerPages(
  app: FastifyInstance,
  { config, clock, continueSession }: SeekerPagesParts,
): Promise<void> {
  const { environment, publicUrl, identity } = config;
  const deps = {
    ...{ clock, continueSession },
    seal: cookieSeal(config.secret ?? (await developmentSecret(config.home))),
    isSecure: environment === 'production' || (publicUrl?.startsWith('https:') ?? false),
    areCodesLogged:
      environment !== 'production' && identity.smtp === null && identity.gateway === null,
    addressOf: publicAddress(config),
  };
  await app.register(
    (scope, _options, done) => {
      takeFormsOnly(scope, () => errors.request.bad(reasons.malformedRequest));
      const routes = routeAdder(scope, deps);
      addSignInRoutes(routes);
      addMatchRoutes(routes);
      addRecordRoutes(routes);
      done();
    },
    { prefix: PAGES_PATH },
  );
}
