import type { FastifyInstance } from 'fastify';
import { vacancyChooser } from './home/demo-vacancy';
import { loadHome } from './home/load-home';
import { HOME_POLICY, renderHome } from './home/page';
import { readPageRequest } from './home/page-request';
import { operationRunner } from './home/run-operation';

export interface PagesDeps {
  /**
   * Token of a demo employer while everybody in the service is invented, else null: then the page shows no
   * person. The whole function is null in production.
   */
  demoEmployer: (() => Promise<string | null>) | null;
}

/** Adds the home page, made on the server of the answers of this server's own endpoints. */
export async function registerPages(app: FastifyInstance, deps: PagesDeps): Promise<void> {
  const chooseVacancy = vacancyChooser();
  app.get('/', async (request, reply) => {
    const asked = readPageRequest(request.query);
    const run = operationRunner(app, request, asked.lang);
    const demoToken = (await deps.demoEmployer?.()) ?? null;
    const view = await loadHome(asked, { run, demoToken, chooseVacancy });
    return reply
      .code(view.seeker.failure === null ? 200 : 400)
      .header('content-security-policy', HOME_POLICY)
      .header('referrer-policy', 'no-referrer')
      .header('content-language', asked.lang)
      .header('cache-control', 'private, no-store')
      .type('text/html; charset=utf-8')
      .send(renderHome(view));
  });
}
