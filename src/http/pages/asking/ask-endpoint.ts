import type { FastifyInstance, FastifyRequest, LightMyRequestResponse } from 'fastify';
import { ownPageHeaders } from '../../callers/own-pages';
import { endpointPath } from '../../graphql/endpoint';
import type { Lang } from '../layout/lang';
import { readPortalCode } from './portal-code';

/** An operation that a page needs. */
export interface PageOperation {
  audience: 'public' | 'employer';
  query: string;
  variables: Record<string, unknown>;
}

export interface EndpointAnswer {
  data: unknown;
  /** The first refusal, in the page's language; null when there is none. */
  failure: string | null;
  /** As the endpoint answered: 200 when it has data. */
  status: number;
  /** Seconds to wait, where it says so. */
  retryAfter: string | null;
}

/** Runs an operation on this server's own endpoint; signed in where a token is given. */
export type AskEndpoint = (operation: PageOperation, token?: string) => Promise<EndpointAnswer>;

export interface AskOptions {
  /** Whether the portal that led here showed what is asked for. Default: yes. */
  isCounted?: boolean;
  /** Whether an answer of seconds ago will do. Default: yes; no for what must show how one vacancy stands. */
  isKept?: boolean;
}

/** The code of the portal that led here goes along, so that what the page shows counts for it; a HEAD shows nothing. */
function portalOf(
  { query, method }: FastifyRequest,
  { isCounted = true }: AskOptions = {},
): Record<string, string> {
  if (!isCounted || method === 'HEAD') return {};
  const portal = readPortalCode(Reflect.get(Object(query), 'portal'));
  return portal === null ? {} : { portal };
}

/** Asks what one visitor wants to know, such as what somebody's words match: with the limits and checks of the endpoints, without the network. */
export function askForVisitor(
  app: FastifyInstance,
  request: FastifyRequest,
  lang: Lang,
): AskEndpoint {
  return async ({ audience, query, variables }, token) => {
    const response = await app.inject({
      method: 'POST',
      url: endpointPath(audience),
      query: portalOf(request),
      remoteAddress: request.ip,
      headers: {
        host: request.host,
        'accept-language': lang,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      payload: { query, variables },
    });
    return toResult(response);
  };
}

/**
 * Asks for pages that are the same for everybody, through the kept answers: an equal page costs nothing, and one that is new
 * costs little. Never for words about a person.
 */
export function askForEverybody(
  app: FastifyInstance,
  request: FastifyRequest,
  lang: Lang,
  options: AskOptions = {},
): AskEndpoint {
  return async ({ query, variables }) => {
    const portal = portalOf(request, options);
    const asked = {
      url: endpointPath('public'),
      remoteAddress: request.ip,
      headers: { host: request.host, 'accept-language': lang, ...ownPageHeaders },
    };
    const fields = { query, variables: JSON.stringify(variables), ...portal };
    const { isKept = true } = options;
    return toResult(
      isKept
        ? await app.inject({ ...asked, method: 'GET', query: fields })
        : await app.inject({
            ...asked,
            method: 'POST',
            query: portal,
            payload: { query, variables },
          }),
    );
  };
}

function toResult(response: LightMyRequestResponse): EndpointAnswer {
  const { data, errors } = response.json<{ data?: unknown; errors?: { message: string }[] }>();
  const failure = errors?.[0]?.message ?? null;
  const { 'retry-after': wait } = response.headers;
  const retryAfter = wait === undefined ? null : String(wait);
  return { data: data ?? null, failure, status: response.statusCode, retryAfter };
}
