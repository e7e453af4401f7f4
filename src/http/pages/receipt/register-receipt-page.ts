import type { FastifyInstance } from 'fastify';
import { bundleFolder, listAssets, sendAsset } from '../../bundle-assets';
import type { PublicAddress } from '../../public-address';
import { pageLanguage } from '../layout/lang';
import { sendPage } from '../layout/send-page';
import { RECEIPT_ADDRESS, renderReceiptPage } from './page';

export interface ReceiptPageDeps {
  originOf: PublicAddress;
  /** The built bundle; default: `dist/receipt` of this package. */
  folder?: string;
}

/** Adds `/periksa`, on which anybody checks a receipt, its script, and `/verify` for those who look for it in English. */
export async function registerReceiptPage(
  app: FastifyInstance,
  { originOf, folder = bundleFolder('receipt') }: ReceiptPageDeps,
): Promise<void> {
  const assets = listAssets(folder);
  const script = [...assets.keys()].find((name) => name.endsWith('.js'));

  app.get<{ Querystring: { lang?: unknown } }>('/periksa', async (request, reply) => {
    if (script === undefined) {
      return reply
        .code(503)
        .type('text/plain; charset=utf-8')
        .send('The page is not built yet: npm run build:web\n');
    }
    const lang = pageLanguage(request.query.lang);
    const page = renderReceiptPage(lang, `/periksa/assets/${script}`, originOf(request));
    return sendPage(reply, page, { isPublic: true });
  });

  app.get('/verify', async (_request, reply) => reply.redirect(RECEIPT_ADDRESS.en, 308));

  app.get<{ Params: { name: string } }>('/periksa/assets/:name', async (request, reply) => {
    const asset = assets.get(request.params.name);
    return asset === undefined ? reply.callNotFound() : sendAsset(request, reply, asset);
  });
}
