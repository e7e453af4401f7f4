import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Clock } from '../../clock';
import { toShareFacts } from '../../services/share/share-facts';
import { shortPath } from '../../services/share/share-links';
import { isKnownTag } from '../entity-tag';
import { askPublic } from '../pages/asking/ask-public';
import { pageLanguage } from '../pages/layout/lang';
import { KEPT_IF_ASKED } from '../pages/layout/send-page';
import type { PublicAddress } from '../public-address';
import { drawCard } from './pictures/draw-card';
import type { PictureCache } from './pictures/picture-cache';
import { qrPng, qrSvg } from './pictures/qr-code';
import type { PictureRenderer } from './pictures/renderer';
import { type PictureName, pictures, sizeOf } from './pictures/sizes';
import { readShared } from './read-shared';

export interface PictureDeps {
  clock: Clock;
  originOf: PublicAddress;
  renderer: PictureRenderer;
  cache: PictureCache;
}

interface Asked {
  Params: { slug: string; file: string };
  Querystring: { lang?: unknown };
}

/** Adds the pictures of a vacancy for each channel, and its short link as a QR code. */
export function addPictures(app: FastifyInstance, deps: PictureDeps): void {
  app.get<Asked>('/gambar/:slug/:file', async (request, reply) => {
    const { slug, file } = request.params;
    const make = makerOf(file, deps);
    if (make === null) return reply.callNotFound();
    const lang = pageLanguage(request.query.lang);
    const vacancy = await readShared(askPublic(app, request, lang), slug);
    if (vacancy === null) return reply.callNotFound();
    const link = `${deps.originOf(request)}${shortPath(vacancy.verifyCode)}`;
    const facts = toShareFacts(vacancy, lang === 'en' ? 'EN' : 'ID', deps.clock.now());
    const { body, type, tag } = await make(facts, link);
    return sendPicture(reply, body, { type, tag });
  });
}

type Facts = ReturnType<typeof toShareFacts>;
interface Made {
  body: string | Uint8Array;
  type: string;
  tag: string;
}

function makerOf(
  file: string,
  deps: PictureDeps,
): ((facts: Facts, link: string) => Promise<Made>) | null {
  if (file === 'qr.svg') {
    return async (_, link) => ({ body: await qrSvg(link), type: 'image/svg+xml', tag: link });
  }
  if (file === 'qr.png') {
    return async (_, link) => ({ body: await qrPng(link), type: 'image/png', tag: link });
  }
  const name = pictures.find((known) => `${known}.png` === file);
  return name === undefined ? null : (facts, link) => makePicture(name, facts, link, deps);
}

/** Kept by what is drawn, so that nothing old is ever shown. Cost: a few ms here, the rendering in its thread. */
async function makePicture(
  name: PictureName,
  facts: Facts,
  link: string,
  { renderer, cache }: PictureDeps,
): Promise<Made> {
  const svg = drawCard(facts, sizeOf(name), link);
  const tag = createHash('sha256').update(svg).digest('base64url');
  const body = await cache.get(tag, () => renderer.render(svg));
  return { body, type: 'image/png', tag };
}

function sendPicture(
  reply: FastifyReply,
  body: string | Uint8Array,
  { type, tag }: Pick<Made, 'type' | 'tag'>,
): FastifyReply {
  const hash = createHash('sha256').update(tag).digest('base64url').slice(0, 22);
  reply
    .header('cache-control', KEPT_IF_ASKED)
    .header('etag', `"${hash}"`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .type(type);
  const isKnown = isKnownTag(reply.request.headers['if-none-match'], (told) => told === hash);
  if (isKnown) return reply.code(304).send();
  return reply.send(typeof body === 'string' ? body : Buffer.from(body));
}
