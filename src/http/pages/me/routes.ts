import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors } from '../../../errors';
import { type Answer, redirect } from './answer';
import { PageRefusal } from './api';
import { renderExpired, renderForeign, renderRefusal } from './refusal-pages';
import { send } from './send';
import { isFromOurPage } from './session/same-site';
import { signInAddress } from './sign-in/next-page';
import { openVisit, type SeekerPagesDeps, type Visit } from './visit';

const SLUG = /^[\w-]{0,120}$/;

/** Makes an answer for somebody. */
export type Handler = (visit: Visit, parameter: string) => Promise<Answer> | Answer;

/**
 * For whom a page is: anybody; `form` = whoever was given this form, before the sign-in too; `person` = whoever is signed in.
 */
export type For = 'anybody' | 'form' | 'person';

/** Adds a page or the place that a form is sent to. */
export type AddRoute = (path: string, whom: For, handler: Handler) => void;

/** How pages are added: every form is refused that does not come from a page of ours, before anything else. */
export function routeAdder(
  app: FastifyInstance,
  deps: SeekerPagesDeps,
): { show: AddRoute; take: AddRoute } {
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    make: (visit: Visit, parameter: string) => Promise<Answer> | Answer,
  ) => {
    const visit = await openVisit(app, request, reply, deps);
    const { parameter = '' } = request.params as { parameter?: string };
    // What is no slug names nothing, and stands in no address that we send.
    if (!SLUG.test(parameter)) throw errors.request.unknownAddress();
    return send(reply, visit, await orRefusal(visit, reply, () => make(visit, parameter)));
  };
  return {
    show: (path, whom, handler) => {
      app.get(path, (request, reply) =>
        answer(request, reply, (visit, parameter) =>
          whom === 'person' && visit.token === null
            ? redirect(signInAddress(visit.path))
            : handler(visit, parameter),
        ),
      );
    },
    take: (path, whom, handler) => {
      app.post(path, (request, reply) =>
        answer(request, reply, (visit, parameter) => {
          if (!isFromOurPage(request, deps.addressOf(request))) return renderForeign(visit);
          if (whom === 'person' && visit.token === null) return renderExpired(visit);
          if (whom !== 'anybody' && !visit.isOwnForm()) return renderExpired(visit);
          return handler(visit, parameter);
        }),
      );
    },
  };
}

/** Faults of the service stay faults; what the API refuses in words becomes a page. */
async function orRefusal(
  visit: Visit,
  reply: FastifyReply,
  make: () => Promise<Answer> | Answer,
): Promise<Answer> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof PageRefusal)) throw error;
    const { refusal } = error;
    if (refusal.code === 'UNAUTHENTICATED') {
      visit.forget();
      return reply.request.method === 'GET'
        ? redirect(signInAddress(visit.path))
        : renderExpired(visit);
    }
    // Who has signed in and is not registered yet.
    if (refusal.code === 'CANDIDATE_ONLY') return redirect('/saya/mulai');
    if (refusal.retrySeconds !== null) reply.header('retry-after', refusal.retrySeconds);
    return renderRefusal(visit, refusal);
  }
}
