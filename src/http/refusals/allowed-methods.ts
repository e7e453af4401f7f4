import type { FastifyInstance } from 'fastify';
import { errors } from '../../errors';

/** The methods that an address takes, in the order of the alphabet; none for one that is not known. */
export type AllowedMethods = (url: string) => readonly string[];

/** Preflights are answered for every address, before any route. */
const EVERYWHERE = '*';

interface KnownAddress {
  readonly expression: RegExp;
  readonly methods: Set<string>;
}

/**
 * Refuses a known address that is asked by a method which it does not take, before a body is read. Learns the addresses from
 * the routes as they are added, so it is called before any of them.
 *
 * Errors: METHOD_NOT_ALLOWED. Cost: O(routes), only for requests that no route takes.
 */
export function refuseWrongMethods(app: FastifyInstance): AllowedMethods {
  const known = new Map<string, KnownAddress>();
  app.addHook('onRoute', ({ url, method }) => {
    if (url === EVERYWHERE) return;
    const address = known.get(url) ?? { expression: toExpression(url), methods: new Set() };
    known.set(url, address);
    for (const one of [method].flat()) address.methods.add(one);
  });
  const allowedOf: AllowedMethods = (url) => {
    const [path = ''] = url.split('?', 1);
    const matching = [...known.values()].filter(({ expression }) => expression.test(path));
    return [...new Set(matching.flatMap(({ methods }) => [...methods]))].sort();
  };
  app.addHook('onRequest', (request, _reply, done) => {
    const isWrong = request.is404 && allowedOf(request.url).length > 0;
    done(isWrong ? errors.request.methodNotAllowed() : undefined);
  });
  return allowedOf;
}

/** What a route's address matches: `:name` is one part of a path, `*` all that is left. */
function toExpression(pattern: string): RegExp {
  const parts = pattern.split(/(:\w+|\*)/).map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? '[^/]+' : part.replace(/[$()+.?[\\\]^{|}]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
}
