import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../clock';
import { shareChannels } from '../../services/share/channels';
import type { ShareCard } from '../../services/share/share-card';
import { askPublic } from '../pages/asking/ask-public';
import { pageLanguage } from '../pages/layout/lang';
import { sendPage } from '../pages/layout/send-page';
import { renderSharePage } from './render-share-page';

const KIT = `query Kit($slug: String!, $channels: [ShareChannel!]!) {
  vacancy(slug: $slug) {
    title slug state validThrough employer { name }
    shareKit(channels: $channels) { channel text imageUrl shortUrl qrUrl shareUrl }
  }
}`;

/** A vacancy with what is needed to share it. */
export interface VacancyToShare {
  readonly title: string;
  readonly slug: string;
  readonly state: string;
  readonly validThrough: string;
  readonly employer: { readonly name: string };
  readonly shareKit: readonly ShareCard[];
}

interface Asked {
  Params: { slug: string };
  Querystring: { lang?: unknown };
}

/** Adds `/bagikan/{slug}`: for each channel the text to copy, the picture, and the link that opens it. */
export function addSharePage(app: FastifyInstance, clock: Clock): void {
  app.get<Asked>('/bagikan/:slug', async (request, reply) => {
    const lang = pageLanguage(request.query.lang);
    const ask = askPublic(app, request, lang);
    const { vacancy } = await ask<{ vacancy: VacancyToShare | null }>(KIT, {
      slug: request.params.slug,
      channels: shareChannels,
    });
    if (vacancy === null) return reply.callNotFound();
    return sendPage(
      reply,
      renderSharePage(lang, vacancy, { path: request.url, now: clock.now() }),
      { isPublic: 'ifAsked' },
    );
  });
}
