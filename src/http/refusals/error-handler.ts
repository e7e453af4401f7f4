import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { AppError, errorMessage, errors, reasons } from '../../errors';
import { limits } from '../../limits';
import { languageOf } from '../callers/language';
import { answerType } from '../graphql/graphql-request';
import { askedPage } from '../pages/layout/asked-page';
import { renderErrorPage } from '../pages/layout/error-page';
import { sendPage } from '../pages/layout/send-page';
import { refuseWrongMethods } from './allowed-methods';
import { presentAll } from './present-error';
import { endWith } from './raw-answer';
import { setRefusal } from './set-refusal';

/**
 * Answers every error, of any address and from any layer: as a page to who reads pages, else as JSON with a code and a request id.
 * Called before any route is added.
 */
export function addErrorHandling(app: FastifyInstance, logger: Logger): void {
  const allowedOf = refuseWrongMethods(app);
  app.setErrorHandler((error: FastifyError, { url, routeOptions }, reply) => {
    const shown = fromFastify(error, routeOptions.bodyLimit);
    const isMethod = shown instanceof AppError && shown.code === 'METHOD_NOT_ALLOWED';
    if (isMethod) reply.header('allow', allowedOf(url).join(', '));
    return refuse(reply, shown, logger);
  });
  app.setNotFoundHandler((_request, reply) =>
    refuse(reply, errors.request.unknownAddress(), logger),
  );
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
  const page = askedPage(reply.request);
  const lang = page === null ? languageOf(headers['accept-language']) : LANGUAGES[page.lang];
  const shown = presentAll([thrown], { lang, requestId }, logger);
  setRefusal(reply, shown[0]?.extensions ?? { code: 'INTERNAL' });
  if (page !== null) {
    const { statusCode: status } = reply;
    const message = shown[0]?.message ?? '';
    return sendPage(reply, renderErrorPage({ ...page, status, message, requestId }), { status });
  }
  return reply
    .header('cache-control', 'no-store')
    .type(answerType(headers.accept) ?? 'application/json; charset=utf-8')
    .send(JSON.stringify({ errors: shown }));
}

const LANGUAGES = { id: 'ID', en: 'EN' } as const;

/** Fastify and its plugins refuse by status; ours and real faults pass as they are. */
function fromFastify(error: FastifyError, bodyLimit: number = limits.bodyBytes): unknown {
  if (error instanceof AppError || error instanceof AggregateError) return error;
  const { statusCode } = error;
  if (statusCode === 413) return errors.request.tooLarge(bodyLimit);
  if (statusCode === 415) return errors.request.unsupportedMediaType();
  const isClientFault = statusCode !== undefined && statusCode >= 400 && statusCode < 500;
  return isClientFault ? errors.request.bad(reasons.malformedRequest) : error;
}
