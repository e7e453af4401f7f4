import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../../config';
import { errors } from '../../../errors';
import { verifyPath } from '../../../services/share/share-links';
import { readVerifyCode } from '../../../services/vacancies/codes';
import { publicAddress } from '../../public-address';
import { askPublic } from '../asking/ask-public';
import { inLanguage, type Lang, pageLanguage } from '../layout/lang';
import { sendPage } from '../layout/send-page';
import { takeFormsOnly } from '../layout/take-forms';
import { isFromOurPage } from '../me/session/same-site';
import { loadVerified } from './load-verified';
import { renderAsk, renderThanks, renderVerified } from './render-verify';
import { emptyReport, type TypedReport } from './report-form';
import { type Sent, sendReport } from './send-report';
import { VERIFY_TEXTS } from './texts';

interface Asked {
  Params: { code?: string };
  Querystring: { lang?: unknown; kode?: unknown };
  Body: URLSearchParams | undefined;
}

const FORM_BYTES = 32 * 1024;
const LONGEST_CODE = 40;

/** Adds `/cek`, the question whether an ad is real, its answer by code, and reports of frauds; all without a script or a cookie. */
export async function registerVerifyPages(
  app: FastifyInstance,
  { config }: { config: Pick<Config, 'publicUrl' | 'port'> },
): Promise<void> {
  const originOf = publicAddress(config);
  const toSubject = (request: FastifyRequest<Asked>): Subject => ({
    lang: pageLanguage(request.query.lang),
    code: request.params.code ?? null,
    origin: originOf(request),
  });
  await app.register((scope, _options, done) => {
    takeFormsOnly(scope, () => errors.request.unsupportedMediaType());
    scope.get<Asked>('/cek', async (request, reply) => {
      const lang = pageLanguage(request.query.lang);
      const { kode } = request.query;
      if (typeof kode !== 'string' || kode.trim() === '') {
        return show(app, request, reply, toSubject(request));
      }
      const code = readVerifyCode(kode) ?? kode.trim().slice(0, LONGEST_CODE);
      return reply.redirect(inLanguage(verifyPath(code), lang), 303);
    });
    scope.get<Asked>('/cek/:code', (request, reply) =>
      show(app, request, reply, toSubject(request)),
    );
    for (const path of ['/cek', '/cek/:code']) {
      scope.post<Asked>(path, { bodyLimit: FORM_BYTES }, (request, reply) =>
        take(app, request, reply, toSubject(request)),
      );
    }
    done();
  });
}

interface Subject {
  readonly lang: Lang;
  /** Null where no code is at hand. */
  readonly code: string | null;
  /** Before the path of absolute links. */
  readonly origin: string;
}

/** The page of a code, or the one that asks for it; with a form that was not taken as it was typed. */
async function show(
  app: FastifyInstance,
  request: FastifyRequest<Asked>,
  reply: FastifyReply,
  { lang, code, origin }: Subject,
  { typed, status }: { typed: TypedReport; status: number } = { typed: emptyReport(), status: 200 },
): Promise<FastifyReply> {
  const path = request.url;
  const options = { status, hasOwnForm: true };
  if (code === null) return sendPage(reply, renderAsk({ lang, path, origin, typed }), options);
  const verified = await loadVerified(askPublic(app, request, lang), code);
  return sendPage(reply, renderVerified({ lang, path, code, verified, typed }), options);
}

/** Takes a report that a page of ours sent; another site may not make its visitors report. */
async function take(
  app: FastifyInstance,
  request: FastifyRequest<Asked>,
  reply: FastifyReply,
  subject: Subject,
): Promise<FastifyReply> {
  const { lang, code, origin } = subject;
  const typed = readReport(request.body);
  const sent: Sent = isFromOurPage(request, origin)
    ? await sendReport(askPublic(app, request, lang), lang, code, typed)
    : { status: 403, failure: VERIFY_TEXTS[lang].foreign };
  if ('receipt' in sent) return sendPage(reply, renderThanks(lang, request.url, sent.receipt));
  const { status, failure } = sent;
  return await show(app, request, reply, subject, { typed: { ...typed, failure }, status });
}

const ATTEMPT = /^[\w-]{8,64}$/;

function readReport(body: URLSearchParams | undefined): TypedReport {
  const field = (name: string) => body?.get(name)?.replaceAll('\r\n', '\n').trim() ?? '';
  const attempt = field('attempt');
  const { attempt: fresh } = emptyReport();
  return {
    ...{ text: field('text'), url: field('url'), failure: null },
    attempt: ATTEMPT.test(attempt) ? attempt : fresh,
  };
}
