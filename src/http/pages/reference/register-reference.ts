import type { FastifyInstance } from 'fastify';
import { askForVisitor } from '../asking/ask-endpoint';
import { pageLanguage } from '../layout/lang';
import { sendPage } from '../layout/send-page';
import { exampleValues } from './example-values';
import { sectionsOf } from './menu';
import { renderReferenceIndex, renderReferencePage } from './page';
import { type ReferencePage, readReferencePages } from './reference-pages';

export interface ReferenceDeps {
  /** Default: those of the built reference. */
  pages?: ReadonlyMap<string, ReferencePage>;
}

/** Adds `/referensi`: the reference of the public API, with examples that run here. */
export async function registerReference(
  app: FastifyInstance,
  { pages = readReferencePages() }: ReferenceDeps = {},
): Promise<void> {
  const sections = sectionsOf([...pages.values()]);
  const readValues = exampleValues(Date.now);

  app.get<{ Querystring: { lang?: unknown } }>('/referensi', async ({ query }, reply) =>
    sendPage(reply, renderReferenceIndex(sections, pageLanguage(query.lang)), { isPublic: true }),
  );

  app.get<{ Params: { '*': string }; Querystring: { lang?: unknown } }>(
    '/referensi/*',
    async (request, reply) => {
      const page = pages.get(request.params['*']);
      if (page === undefined) return reply.callNotFound();
      const lang = pageLanguage(request.query.lang);
      const values =
        page.example === null ? {} : await readValues(askForVisitor(app, request, lang));
      return sendPage(reply, renderReferencePage(page, sections, values, lang), { isPublic: true });
    },
  );
}
