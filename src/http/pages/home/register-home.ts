import type { FastifyInstance } from 'fastify';
import type { PublicAddress } from '../../public-address';
import { askForVisitor } from '../asking/ask-endpoint';
import { sendPage } from '../layout/send-page';
import { vacancyChooser } from './demo-vacancy';
import { loadHome } from './load-home';
import { renderHome } from './page';
import { readPageRequest } from './page-request';

export interface HomeDeps {
  originOf: PublicAddress;
  /**
   * Token of a demo employer while everybody in the service is invented, else null: then the page shows no
   * person. The whole function is null in production.
   */
  demoEmployer: (() => Promise<string | null>) | null;
}

/** Adds the home page, made on the server of the answers of this server's own endpoints. */
export async function registerHome(app: FastifyInstance, deps: HomeDeps): Promise<void> {
  const chooseVacancy = vacancyChooser();
  app.get('/', async (request, reply) => {
    const asked = readPageRequest(request.query);
    const ask = askForVisitor(app, request, asked.lang);
    const demoToken = (await deps.demoEmployer?.()) ?? null;
    const view = await loadHome(asked, { ask, demoToken, chooseVacancy });
    const status = view.seeker.failure === null ? 200 : 400;
    return sendPage(reply, renderHome({ ...view, origin: deps.originOf(request) }), { status });
  });
}
