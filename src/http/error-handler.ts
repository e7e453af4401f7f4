import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { AppError, errorMessage, errors, reasons } from '../errors';
import { limits } from '../limits';
import { answerType } from './graphql-request';
import { languageOf } from './language';
import { presentAll } from './present-error';
import { endWith } from './raw-answer';
import { setRefusal } from './set-refusal';

/** Answers every error, of any address and from any layer, as JSON with a code and a request id. */
export function addErrorHandling(
  app: FastifyInstance,
  graphqlPaths: ReadonlySet<string>,
  logger: Logger,
): void {
  app.setErrorHandler((error: FastifyError, _request, reply) =>
    refuse(reply, fromFastify(error, reply.request.routeOptions.bodyLimit), logger),
  );
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?');
    const error = graphqlPaths.has(path)
      ? errors.request.methodNotAllowed()
      : errors.object.notFound('address');
    return refuse(reply, error, logger);
  });
}

/** Answers an address that the router cannot read. */
export function refuseAddress(reply: FastifyReply, logger: Logger): void {
  void refuse(reply, errors.request.bad(reasons.malformedAddress), logger);
}

const CONNECTION_REASONS = {
  400: reasons.malformedRequest,
  408: { en: 'it did not arrive in time', id: 'tidak tiba pada waktunya' },
  431: { en: 'its headers are too large', id: 'header terlalu besar' },
} as const;

/** Answers bytes that are no HTTP request, for which there is neither request nor reply: in both languages. */
export function refuseConnection(
  error: NodeJS.ErrnoException,
  socket: Socket,
  logger: Logger,
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = connectionStatus(error.code);
  const reason = CONNECTION_REASONS[status];
  const requestId = randomUUID();
  const messages = (['ID', 'EN'] as const).map((lang) =>
    errorMessage('BAD_REQUEST', { reason }, lang),
  );
  logger.info({ requestId, code: 'BAD_REQUEST' }, 'refused');
  const extensions = { code: 'BAD_REQUEST', requestId };
  endWith(socket, { status, requestId, errors: [{ message: messages.join(' '), extensions }] });
}

function connectionStatus(code: string | undefined): keyof typeof CONNECTION_REASONS {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}

function refuse(reply: FastifyReply, thrown: unknown, logger: Logger): FastifyReply {
  const { headers, id: requestId } = reply.request;
  const recipient = { lang: languageOf(headers['accept-language']), requestId };
  const shown = presentAll([thrown], recipient, logger);
  setRefusal(reply, shown[0]?.extensions ?? { code: 'INTERNAL' });
  return reply
    .header('cache-control', 'no-store')
    .type(answerType(headers.accept) ?? 'application/json; charset=utf-8')
    .send(JSON.stringify({ errors: shown }));
}

/** Fastify and its plugins refuse by status; ours and real faults pass as they are. */
function fromFastify(error: FastifyError, bodyLimit: number = limits.bodyBytes): unknown {
  if (error instanceof AppError || error instanceof AggregateError) return error;
  const { statusCode } = error;
  if (statusCode === 413) return errors.request.tooLarge(bodyLimit);
  if (statusCode === 415) return errors.request.unsupportedMediaType();
  const isClientFault = statusCode !== undefined && statusCode >= 400 && statusCode < 500;
  return isClientFault ? errors.request.bad(reasons.malformedRequest) : error;
}
