import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError, type ErrorCode, errorCatalogue, RelayedError } from '../../../errors';
import { endpointPath } from '../../graphql/endpoint';
import type { Lang } from '../layout/lang';

/** Asks this server's public endpoint; the data of the answer. Errors: those of the endpoint, as they are. */
export type AskPublic = <T>(query: string, variables: Record<string, unknown>) => Promise<T>;

interface Answer<T> {
  data?: T | null;
  errors?: Refusal[];
}

interface Refusal {
  message?: string;
  extensions?: { code?: string; cost?: number; seconds?: number; field?: string };
}

/** Asks on behalf of whoever sent a request, with the limits of the public, without the network. */
export function askPublic(app: FastifyInstance, request: FastifyRequest, lang: Lang): AskPublic {
  return async <T>(query: string, variables: Record<string, unknown>) => {
    const response = await app.inject({
      method: 'POST',
      url: endpointPath('public'),
      // Whom limits count, and whose host the links name: theirs, not this server's.
      remoteAddress: request.ip,
      headers: { 'accept-language': lang, host: request.host },
      payload: { query, variables },
    });
    const { data = null, errors: refusals = [] } = response.json<Answer<T>>();
    const [refusal] = refusals;
    if (refusal !== undefined || data === null) throw asThrown(refusal);
    return data;
  };
}

function asThrown({ message = '', extensions = {} }: Refusal = {}): AppError {
  const { code = 'INTERNAL', cost = 0, seconds = 1, field } = extensions;
  if (!Object.hasOwn(errorCatalogue, code)) return new AppError('INTERNAL');
  const path = field === undefined ? [] : field.split('.');
  return new RelayedError(code as ErrorCode, { cost, seconds }, message, path);
}
