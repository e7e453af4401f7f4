import { buildSchema, type ExecutionResult, parse } from 'graphql';
import { subscribeFresh } from '../../src/http/sockets/subscribe';
import type { Context } from '../../src/resolvers/context';

const schema = buildSchema(`
  type Query { nothing: String }
  type Subscription { told(after: String, like: String): Told }
  type Told { text: String, sure: String! }
`);
const WITH_START =
  'subscription ($start: String, $like: String) { told(after: $start, like: $like) { text } }';

/** Accounts under which an answer was executed. */
let executed: string[];
let source: object[];

beforeEach(() => {
  executed = [];
  source = ['a', 'b'].map((text) => ({
    told: (_: unknown, { viewer }: Context) => {
      executed.push(viewer?.accountId ?? '');
      return { text };
    },
  }));
});

interface Asking {
  who?: string;
  lang?: 'ID' | 'EN';
  query?: string;
  variables?: Record<string, unknown>;
}

/** Follows the source, as many do: each is told the same objects. */
async function follow({ who = 'ani', lang = 'ID', query = WITH_START, variables }: Asking = {}) {
  const controller = new AbortController();
  const contextValue = { viewer: { accountId: who }, audience: 'public', lang } as Context;
  const answer = await subscribeFresh({
    ...{ schema, document: documentOf(query), variableValues: variables, controller, contextValue },
    createContext: () => contextValue,
    subscribeFieldResolver: async function* () {
      yield* source;
      await new Promise(() => undefined);
    },
  });
  return { items: answer as AsyncIterableIterator<ExecutionResult>, controller };
}

const documents = new Map<string, ReturnType<typeof parse>>();
function documentOf(query: string) {
  const document = documents.get(query) ?? parse(query);
  documents.set(query, document);
  return document;
}

const texts = async ({ items }: Awaited<ReturnType<typeof follow>>) =>
  [await items.next(), await items.next()].map(({ value }) => value.data.told.text);

describe('subscribeFresh', () => {
  it('answers an event once for all who ask the same under one account, wherever they begin', async () => {
    const all = await Promise.all([
      follow({ variables: { start: 'x', like: 'y' } }),
      follow({ variables: { start: 'z', like: 'y' } }),
      follow({ variables: { like: 'y' } }),
    ]);
    expect(await Promise.all(all.map(texts))).toEqual(all.map(() => ['a', 'b']));
    expect(executed).toEqual(['ani', 'ani']);
  });

  it.each<[string, Asking]>([
    ['another account', { who: 'budi' }],
    ['another language', { lang: 'EN' }],
    ['other values', { variables: { like: 'w' } }],
    ['another selection', { query: 'subscription { told { text again: text } }' }],
  ])('answers anew for %s', async (_, other) => {
    await Promise.all([texts(await follow()), texts(await follow(other))]);
    expect(executed).toHaveLength(4);
  });

  it('tells values apart that stand elsewhere than at the start alone', async () => {
    const query = 'subscription ($v: String) { told(after: $v, like: $v) { text } }';
    await texts(await follow({ query, variables: { v: 'x' } }));
    await texts(await follow({ query, variables: { v: 'y' } }));
    expect(executed).toHaveLength(4);
  });

  it('ends with the error when nothing of an event can be told', async () => {
    const { items } = await follow({ query: 'subscription { told { sure } }' });
    await expect(items.next()).rejects.toBeInstanceOf(AggregateError);
  });

  it('answers with what kept it from beginning', async () => {
    const { items } = await follow({ query: 'subscription { told @skip(if: true) { text } }' });
    expect(items).toMatchObject({ errors: [{ originalError: expect.any(TypeError) }] });
  });

  it('ends at once when it is aborted while the source waits', async () => {
    const following = await follow();
    await texts(following);
    const waiting = following.items.next();
    following.controller.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await following.items.return?.()).toEqual({ done: true, value: undefined });
  });
});
