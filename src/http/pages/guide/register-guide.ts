import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PublicAddress } from '../../public-address';
import { pageLanguage } from '../layout/lang';
import { sendPage } from '../layout/send-page';
import { GUIDE_PATH, renderGuide } from './page';

const NEWEST = '{ vacancies(first: 1, orderBy: NEWEST) { edges { node { slug } } } }';

interface Newest {
  data?: { vacancies?: { edges: { node: { slug: string } }[] } | null } | null;
}

export interface GuideDeps {
  originOf: PublicAddress;
}

/** Adds `/pasang`: how portals show the vacancies, with code that runs as it is copied. */
export function registerGuide(app: FastifyInstance, { originOf }: GuideDeps): void {
  app.get<{ Querystring: { lang?: unknown } }>(GUIDE_PATH, async (request, reply) => {
    const lang = pageLanguage(request.query.lang);
    const slug = await newestSlug(app, request);
    const page = renderGuide({ lang, origin: originOf(request), slug });
    return sendPage(reply, page, { isPublic: true });
  });
}

/** An open vacancy for the examples, by this server's own endpoint; null when there is none or none can be had. */
async function newestSlug(app: FastifyInstance, request: FastifyRequest): Promise<string | null> {
  const response = await app.inject({
    method: 'GET',
    url: `/graphql?${new URLSearchParams({ query: NEWEST })}`,
    remoteAddress: request.ip,
  });
  const { data } = response.json<Newest>();
  return data?.vacancies?.edges[0]?.node.slug ?? null;
}
