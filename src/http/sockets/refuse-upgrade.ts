import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { type AppError, errorCatalogue } from '../../errors';
import { languageOf } from '../language';
import { presentAll } from '../present-error';
import { endWith } from '../raw-answer';

/** Source: RELIABILITY R8, a client may try again within 2 s. */
export const RETRY_SECONDS = 2;

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
