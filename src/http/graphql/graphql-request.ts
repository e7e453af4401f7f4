import type { FastifyRequest } from 'fastify';
import { AppError, errors, reasons } from '../../errors';
import type { OperationRequest } from '../admission/admit';
import type { PersistedOperations } from '../persisted/persisted-operations';

export type JsonParser = (text: string) => unknown;

type Fields = Readonly<Record<string, unknown>>;

/** Media types in which an answer can go out, the one that old clients expect first. */
const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/**
 * The operation in a GET, HEAD or POST request, its shape checked, so that Apollo never meets one it would refuse
 * in words of its own. Only `stored` operations run by their hash; null = none do.
 *
 * Errors: BAD_REQUEST, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, PERSISTED_QUERY_NOT_FOUND.
 */
export function readOperation(
  request: FastifyRequest,
  parseJson: JsonParser,
  stored: PersistedOperations | null,
): OperationRequest {
  if (answerType(request.headers.accept) === null) throw new AppError('NOT_ACCEPTABLE');
  const { method } = request;
  if (method === 'POST') return toOperation(fieldsOfBody(request.body), stored);
  if (method !== 'GET' && method !== 'HEAD') throw errors.request.methodNotAllowed();
  return toOperation(fieldsOfAddress(request, parseJson), stored);
}

/** The media type to answer in by an Accept header; null when neither of ours would do. */
export function answerType(accept: string | undefined): string | null {
  const wanted = (accept ?? '*/*').toLowerCase();
  const isLegacy = /(application|\*)\/(json|\*)/.test(wanted);
  const isGraphql = wanted.includes('application/graphql-response+json');
  if (isGraphql && !wanted.includes('application/json')) return GRAPHQL_TYPE;
  if (isLegacy) return JSON_TYPE;
  return isGraphql ? GRAPHQL_TYPE : null;
}

/**
 * A page elsewhere can make a browser send a plain GET with this site's cookies, never with a token. Our only cookie is
 * for `/saya` and comes to no endpoint, so a request that carries one gets nothing by GET; everything that writes needs
 * application/json, which a foreign page cannot send unasked.
 */
function fieldsOfAddress(request: FastifyRequest, parseJson: JsonParser): Fields {
  if (request.headers.cookie !== undefined) throw errors.request.bad(reasons.cookie);
  const fields = { ...(request.query as Fields) };
  for (const name of ['variables', 'extensions'] as const) {
    const text = fields[name];
    if (text === undefined || text === '') continue;
    if (typeof text !== 'string') throw errors.request.bad(reasons[`${name}Shape`]);
    fields[name] = parseJson(text);
  }
  return fields;
}

function fieldsOfBody(body: unknown): Fields {
  if (body === undefined || body === null) throw errors.request.bad(reasons.emptyBody);
  if (Array.isArray(body)) throw errors.request.bad(reasons.batch);
  if (typeof body !== 'object') throw errors.request.bad(reasons.notAnObject);
  return body as Fields;
}

function toOperation(
  { query, operationName, variables, extensions }: Fields,
  stored: PersistedOperations | null,
): OperationRequest {
  if (!isObjectOrAbsent(extensions)) throw errors.request.bad(reasons.extensionsShape);
  if (!isObjectOrAbsent(variables)) throw errors.request.bad(reasons.variablesShape);
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw errors.request.bad(reasons.operationNameShape);
  }
  return {
    query: typeof query === 'string' && query !== '' ? query : storedText(extensions, stored),
    operationName: operationName || null,
    variables: variables ?? null,
  };
}

/** The text of the stored operation that `extensions` name. */
function storedText(
  extensions: Fields | null | undefined,
  stored: PersistedOperations | null,
): string {
  const { persistedQuery } = extensions ?? {};
  if (persistedQuery === undefined) throw errors.request.bad(reasons.missingQuery);
  const { sha256Hash } = Object(persistedQuery) as Fields;
  const text = stored?.textOf(sha256Hash) ?? null;
  if (text === null) throw new AppError('PERSISTED_QUERY_NOT_FOUND');
  return text;
}

function isObjectOrAbsent(value: unknown): value is Fields | null | undefined {
  return (
    value === undefined || value === null || (typeof value === 'object' && !Array.isArray(value))
  );
}
