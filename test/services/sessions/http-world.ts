import { registerVacancies } from '../../../src/http/pages/vacancies/register-vacancies';
import { publicAddress } from '../../../src/http/public-address';
import { createLoaders } from '../../../src/resolvers/loaders';
import { type Answer, query } from '../../http/client';
import { type SampleServer, startSampleServer } from '../../http/sample-server';
import { fullSchema } from '../../resolvers/graph-world';
import { type SignInWorld, startSignInWorld } from './sign-in-world';

/** Sign-in behind the real HTTP side. */
export interface HttpWorld extends SignInWorld {
  readonly server: SampleServer;
  /** Asks an endpoint with a token. */
  as(token: string, path: string, text: string): Promise<Answer>;
}

/** `start`: when it plays; sockets go by the real clock. */
export async function startHttpWorld(start?: Date): Promise<HttpWorld> {
  const world = await startSignInWorld({}, start);
  const { services, identity } = world;
  const server = await startSampleServer({
    schema: fullSchema,
    services,
    createLoaders,
    routes: [
      (app) =>
        registerVacancies(app, {
          ...{ ...services.vacancies, clock: services.clock },
          originOf: publicAddress({ publicUrl: null, port: 0 }),
        }),
    ],
    sessions: {
      tokens: identity.tokens,
      live: services.sessions.live,
      findPortal: services.apiKeys.findPortal,
    },
  });
  return {
    ...world,
    server,
    as: (token, path, text) =>
      query(`${server.url}${path}`, text, {}, { authorization: `Bearer ${token}` }),
    stop: async () => {
      await server.stop();
      await world.stop();
    },
  };
}
