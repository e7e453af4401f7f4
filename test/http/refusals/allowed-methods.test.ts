import fastify, { type FastifyInstance } from 'fastify';
import {
  type AllowedMethods,
  refuseWrongMethods,
} from '../../../src/http/refusals/allowed-methods';

let app: FastifyInstance;
let allowedOf: AllowedMethods;

beforeAll(async () => {
  app = fastify();
  allowedOf = refuseWrongMethods(app);
  app.setErrorHandler((error, { url }, reply) =>
    reply.header('allow', allowedOf(url).join(', ')).code(405).send(error),
  );
  app.get('/list', () => 'all');
  app.post('/list', () => 'one more');
  app.get('/list/:name', (_, reply) => reply.callNotFound());
  app.get('/list.:format/file', () => 'a file');
  app.route({ method: ['GET', 'POST'], url: '/exact', exposeHeadRoute: false, handler: () => '' });
  await app.register(
    (scope, _options, done) => {
      scope.delete('/*', () => 'gone');
      done();
    },
    { prefix: '/tree' },
  );
});
afterAll(() => app.close());

describe('allowedOf', () => {
  it.each([
    ['/list', 'GET, HEAD, POST'],
    ['/list?method=PUT', 'GET, HEAD, POST'],
    ['/list/las', 'GET, HEAD'],
    ['/exact', 'GET, POST'],
    ['/tree/a/b', 'DELETE'],
    ['/list/', ''],
    ['/list/las/more', ''],
    ['/listing', ''],
    ['/unknown', ''],
  ])('tells which methods %s takes: %s', (url, methods) => {
    expect(allowedOf(url).join(', ')).toBe(methods);
  });
});

describe('a request that no route takes', () => {
  const ask = async (method: 'PUT' | 'GET' | 'HEAD' | 'PATCH', url: string) => {
    const body = method === 'PUT' ? { payload: '{' } : {};
    const headers = { 'content-type': 'application/json' };
    const answer = await app.inject({ method, url, headers, ...body });
    return [answer.statusCode, answer.headers.allow];
  };

  it('is refused with the methods of the address, before its body is read', async () => {
    expect(await ask('PUT', '/list')).toEqual([405, 'GET, HEAD, POST']);
    expect(await ask('HEAD', '/tree/a')).toEqual([405, 'DELETE']);
    expect(await ask('PATCH', '/list/las')).toEqual([405, 'GET, HEAD']);
  });

  it('is not found where the address is not known, or its route finds nothing', async () => {
    expect(await ask('GET', '/unknown')).toEqual([404, undefined]);
    expect(await ask('GET', '/list/las')).toEqual([404, undefined]);
  });
});
