import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../clock';
import type { Config } from '../../config';
import { publicAddress } from '../public-address';
import { addPictures } from './picture-routes';
import { PictureCache } from './pictures/picture-cache';
import { PictureRenderer } from './pictures/renderer';
import { addSharePage } from './share-page';
import { addShortLink } from './short-link';

export interface ShareParts {
  readonly config: Pick<Config, 'publicUrl' | 'port'>;
  readonly clock: Clock;
}

/** Adds the share kit: short links, pictures, QR codes and the page that shows them by channel. */
export async function registerShare(
  app: FastifyInstance,
  { config, clock }: ShareParts,
): Promise<void> {
  const originOf = publicAddress(config);
  const renderer = new PictureRenderer();
  app.addHook('onClose', () => renderer.stop());
  addShortLink(app);
  addPictures(app, { clock, originOf, renderer, cache: new PictureCache() });
  addSharePage(app, clock);
}
