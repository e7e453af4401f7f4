import type { FastifyReply } from 'fastify';
import { renderErrorPage } from '../layout/error-page';
import type { Lang } from '../layout/lang';
import { sendPage } from '../layout/send-page';
import type { EndpointAnswer } from './ask-endpoint';

const BAD_REQUEST = 400;

/** Shows why an operation of a page was refused, with the status and the wait of the endpoint. */
export function refusePage(
  reply: FastifyReply,
  { failure, status, retryAfter }: EndpointAnswer,
  lang: Lang,
): FastifyReply {
  const { url: path, id: requestId } = reply.request;
  // A refusal beside an empty answer comes with 200.
  const shown = status < BAD_REQUEST ? BAD_REQUEST : status;
  if (retryAfter !== null) reply.header('retry-after', retryAfter);
  const message = failure ?? undefined;
  return sendPage(reply, renderErrorPage({ lang, status: shown, path, message, requestId }), {
    status: shown,
  });
}
