import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { type AppError, errorCatalogue } from '../../errors';
import { languageOf } from '../callers/language';
import { presentAll } from '../refusals/present-error';
import { endWith } from '../refusals/raw-answer';
import { RETRY_SECONDS } from '../refusals/set-refusal';

/** Answers a handshake that leads to no socket as every refusal: JSON with a code and a request id. */
export function refuseUpgrade(
  stream: Duplex,
  request: IncomingMessage,
  error: AppError,
  logger: Logger,
): void {
  const requestId = randomUUID();
  const lang = languageOf(request.headers['accept-language']);
  const { status } = errorCatalogue[error.code];
  endWith(stream, {
    status,
    requestId,
    errors: presentAll([error], { lang, requestId }, logger),
    retryAfterSeconds: status === 503 ? RETRY_SECONDS : undefined,
  });
}
