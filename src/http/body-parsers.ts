import type { FastifyInstance } from 'fastify';
import { errors, reasons } from '../errors';
import type { JsonParser } from './graphql/graphql-request';

const decoder = new TextDecoder('utf-8', { fatal: true });
// What a form on another site can send without asking first.
const FORM_TYPES = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'];
const CHARSET = /;\s*charset\s*=\s*"?([\w-]+)/i;

/** Takes UTF-8 JSON and nothing else; `__proto__` and `constructor.prototype` keys are refused. */
export function addBodyParsers(app: FastifyInstance): void {
  const parseJson = jsonParser(app);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: { headers: { 'content-type'?: string } }, body: Buffer) => {
      const charset = CHARSET.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
      if (!/^utf-?8$/i.test(charset)) {
        throw errors.request.unsupportedMediaType();
      }
      if (body.length === 0) throw errors.request.bad(reasons.emptyBody);
      return parseJson(decodeUtf8(body));
    },
  );
  app.addContentTypeParser(FORM_TYPES, async () => {
    throw errors.request.bad(reasons.formBody);
  });
}

/** Fastify's own parser, as a function of the text. Errors: BAD_REQUEST. */
export function jsonParser(app: FastifyInstance): JsonParser {
  const parse = app.getDefaultJsonParser('error', 'error') as unknown as (
    request: null,
    text: string,
    done: (error: Error | null, value: unknown) => void,
  ) => void;
  return (text) => {
    let parsed: unknown;
    parse(null, text, (error, value) => {
      if (error !== null) throw errors.request.bad(reasons.malformedJson);
      parsed = value;
    });
    return parsed;
  };
}

function decodeUtf8(body: Buffer): string {
  try {
    return decoder.decode(body);
  } catch {
    throw errors.request.bad(reasons.malformedJson);
  }
}
