import Fastify from 'fastify';
import { isOwnPage } from '../../../../src/http/callers/own-pages';
import { askForEverybody, askForVisitor } from '../../../../src/http/pages/asking/ask-endpoint';

describe('askForVisitor', () => {
  it.each([
    ['/page?portal=0123456789', { portal: '0123456789' }],
    ['/page?portal=abc', {}],
    ['/page?portal=0123456789&portal=1', {}],
    ['/page', {}],
  ])('tells the endpoint of the portal that led to %s', async (address, told) => {
    const app = Fastify();
    app.post('/graphql', async (request) => ({ data: request.query }));
    app.get('/page', async (request) => {
      const ask = askForVisitor(app, request, 'id');
      return await ask({ audience: 'public', query: '{ a }', variables: {} });
    });
    expect((await app.inject(address)).json().data).toEqual(told);
    await app.close();
  });
});

describe('askForEverybody', () => {
  const app = Fastify();
  app.get('/graphql', async ({ query, headers }) => ({
    data: { ...(query as object), isOwn: isOwnPage(headers) },
  }));
  const asked = { audience: 'public', query: '{ a }', variables: { slug: 'las' } } as const;
  app.get('/page', (request) => askForEverybody(app, request, 'id')(asked));
  app.get('/aside', (request) => askForEverybody(app, request, 'id', { isCounted: false })(asked));
  afterAll(() => app.close());
  const fields = { query: '{ a }', variables: '{"slug":"las"}', isOwn: true };

  it.each([
    ['/page?portal=0123456789', { ...fields, portal: '0123456789' }],
    ['/aside?portal=0123456789', fields],
    ['/page', fields],
  ])('asks by GET what %s shows, so that kept answers serve it', async (address, told) => {
    expect((await app.inject(address)).json().data).toEqual(told);
  });

  it('tells of no portal where a HEAD shows nothing', async () => {
    const seen: unknown[] = [];
    const headed = Fastify();
    headed.get('/graphql', async ({ query }) => {
      seen.push(Object.keys(query as object));
      return { data: {} };
    });
    headed.get('/page', (request) => askForEverybody(headed, request, 'id')(asked));
    await headed.inject({ method: 'HEAD', url: '/page?portal=0123456789' });
    expect(seen).toEqual([['query', 'variables']]);
    await headed.close();
  });
});
