import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { FIRST_OFFICE_ZONE, officeZone } from '../../text/office-zone';
import { bundleFolder } from '../bundle-assets';

export const WIDGET_PATH = '/padan.js';

/** Portals' pages ask again after an hour: a fault that was mended is mended everywhere soon. */
const CACHE_CONTROL = 'public, max-age=3600, stale-while-revalidate=86400, stale-if-error=604800';

export interface WidgetDeps {
  /** The built bundle; default: `dist/widget` of this package. */
  folder?: string;
  /** Where the days that it tells begin and end; default: where this process has its office. */
  zone?: string;
}

/** Adds the script of `<padan-vacancies>`, which any page may load. Cost: the script is read once. */
export function registerWidget(
  app: FastifyInstance,
  { folder = bundleFolder('widget'), zone = officeZone() }: WidgetDeps = {},
): void {
  const file = path.join(folder, 'padan.js');
  const script = existsSync(file) ? atOffice(readFileSync(file, 'utf8'), zone) : null;
  const hash = createHash('sha256')
    .update(script ?? '')
    .digest('base64url');
  // Weak: the same script, compressed or not.
  const etag = `W/"${hash}"`;

  app.get(WIDGET_PATH, async (request, reply) => {
    reply.header('access-control-allow-origin', '*');
    if (script === null) {
      return reply
        .code(503)
        .header('cache-control', 'no-store')
        .type('text/plain; charset=utf-8')
        .send('The widget is not built yet: npm run build:web\n');
    }
    reply.header('cache-control', CACHE_CONTROL).header('etag', etag);
    if (knows(request.headers['if-none-match'], hash)) return reply.code(304).send();
    return reply.type('text/javascript; charset=utf-8').send(script);
  });
}

/** The bundle is made before anybody knows where the office is; its one mention of a zone is the one it begins with. */
const atOffice = (script: string, zone: string) => script.replaceAll(FIRST_OFFICE_ZONE, zone);

const knows = (told: string | undefined, hash: string) => told?.includes(`"${hash}"`) ?? false;
