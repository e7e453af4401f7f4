import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type AppError, errors, reasons } from '../errors';
import { limits } from '../limits';
import { presentSuggestions } from '../resolvers/candidates/suggest-from-text.resolver';
import type { ConceptSuggestion } from '../resolvers/reference/concept.view';
import { extractText } from '../resumes/extract-text';
import {
  ResumeError,
  type ResumeFault,
  type ResumeText,
  resumeLimits,
} from '../resumes/resume-text';
import { payerOf } from './budget/budget';
import { bearerToken, type Identified } from './callers/authentication';
import { languageOf } from './callers/language';
import type { GraphqlDependencies } from './graphql/graphql-routes';
import { Turns } from './turns';

/** A process and a long text: as much as a score of every vacancy fifty times. */
const RESUME_COST = 1_000;

type Dependencies = Pick<
  GraphqlDependencies,
  'authenticator' | 'createContext' | 'budget' | 'originOf'
>;

/**
 * Adds `POST /candidate/resume`: a PDF or Word document of at most 5 MB becomes suggestions for the profile of who is
 * signed in. Nothing of it is stored or logged; the person confirms with `confirmCompetencies`.
 *
 * Whose request it is, and whether they may, is decided before the first byte of the file is read.
 */
export function addResumeRoute(app: FastifyInstance, dependencies: Dependencies): void {
  const { createContext, originOf } = dependencies;
  const turns = new Turns(resumeLimits.atOnce, resumeLimits.waiting);
  const senders = new WeakMap<FastifyRequest, Identified>();
  // What a file is its bytes say: whatever type it is sent as.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.route({
    method: 'POST',
    url: '/candidate/resume',
    bodyLimit: resumeLimits.bytes,
    onRequest: async (request) => {
      senders.set(request, await admitSender(request, dependencies));
    },
    handler: async (request, reply) => {
      const file = request.body;
      if (!Buffer.isBuffer(file)) throw errors.file.typeNotAccepted();
      const resume = await turns.run(() => extractText(file)).catch(refuse);
      const leaving = new AbortController();
      reply.raw.once('close', () => leaving.abort());
      const context = createContext({
        viewer: null,
        enrolling: null,
        portal: null,
        ...senders.get(request),
        caller: request.ip,
        origin: originOf(request),
        audience: 'candidate',
        lang: languageOf(request.headers['accept-language']),
        requestId: request.id,
        signal: leaving.signal,
      });
      const found = await context.services.candidates.suggestFromText(resume.text);
      const { suggestions, ...said } = await presentSuggestions(found, context.loaders);
      return reply
        .header('cache-control', 'no-store')
        .send({ ...toFile(resume), ...said, suggestions: suggestions.map(toJson) });
    },
  });
}

/** Errors: UNAUTHENTICATED; RATE_LIMITED. */
async function admitSender(
  request: FastifyRequest,
  { authenticator, budget }: Dependencies,
): Promise<Identified> {
  const token = bearerToken(request.headers.authorization);
  if (token === null) throw errors.auth.required();
  const { viewer, enrolling, portal } = await authenticator.authenticate(token);
  if (viewer === null) throw errors.auth.required();
  const price = { requested: RESUME_COST, limit: limits.maxCost.signedIn };
  budget.pay(payerOf({ viewer, enrolling, portal }, request.ip), price);
  return { viewer, enrolling, portal };
}

const refusals: Record<ResumeFault, () => AppError> = {
  UNKNOWN_KIND: errors.file.typeNotAccepted,
  BROKEN: () => errors.file.notReadable(reasons.resumeBroken),
  PROTECTED: () => errors.file.notReadable(reasons.resumeProtected),
  TOO_MANY_PAGES: () => errors.file.notReadable(reasons.resumePages),
  NO_TEXT: () => errors.file.notReadable(reasons.resumeNoText),
  TOO_DEMANDING: () => errors.file.notReadable(reasons.resumeDemanding),
};

function refuse(error: unknown): never {
  throw error instanceof ResumeError ? refusals[error.fault]() : error;
}

const toFile = ({ kind, text }: ResumeText) => ({
  kind,
  isReadWhole: text.length < resumeLimits.characters,
});

const toJson = ({ concept, start: _, end: __, ...suggestion }: ConceptSuggestion) => ({
  ...suggestion,
  concept: { id: concept.id, label: { ID: concept.labelId, EN: concept.labelEn } },
});
