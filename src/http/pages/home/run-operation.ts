import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Operation } from './home-view';
import type { Lang } from './texts';

export interface OperationResult {
  data: unknown;
  /** The first refusal, in the page's language; null when there is none. */
  failure: string | null;
}

export type RunOperation = (operation: Operation, token: string | null) => Promise<OperationResult>;

/** Runs operations on this server's own endpoints, with their limits and checks, without the network. */
export function operationRunner(
  app: FastifyInstance,
  request: FastifyRequest,
  lang: Lang,
): RunOperation {
  return async ({ audience, query, variables }, token) => {
    const response = await app.inject({
      method: 'POST',
      url: audience === 'public' ? '/graphql' : `/graphql/${audience}`,
      remoteAddress: request.ip,
      headers: {
        'accept-language': lang,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      payload: { query, variables },
    });
    const { data, errors } = response.json<{ data?: unknown; errors?: { message: string }[] }>();
    return { data: data ?? null, failure: errors?.[0]?.message ?? null };
  };
}
