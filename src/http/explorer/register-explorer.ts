import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bundleFolder, listAssets, readBundlePage, sendAsset } from '../bundle-assets';

/** A demo user, signed in for one endpoint. */
export interface ExplorerAccount {
  audience: 'public' | 'employer' | 'candidate' | 'office';
  /** Shown in the account switch. */
  name: string;
  token: string;
}

export interface ExplorerDeps {
  /** The built bundle; default: `dist/explorer` of this package. */
  folder?: string;
  /** Makes development tokens for demo users; null (always in production) removes the address. */
  signIn: (() => Promise<readonly ExplorerAccount[]>) | null;
}

/** GraphiQL's editor writes style elements and inlines its icon font; all else comes from here. */
export const EXPLORER_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Adds `/explorer`, its assets and, in development, `/explorer/session`. */
export async function registerExplorer(app: FastifyInstance, deps: ExplorerDeps): Promise<void> {
  const folder = deps.folder ?? bundleFolder('explorer');
  const page = readBundlePage(folder);
  const assets = listAssets(folder);

  app.get('/explorer', async (_request, reply) => {
    if (page === null) {
      return reply
        .code(503)
        .type('text/plain; charset=utf-8')
        .send('The explorer is not built yet: npm run build:web\n');
    }
    return reply
      .header('content-security-policy', EXPLORER_POLICY)
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page);
  });

  app.get('/explorer/', async (_request, reply) => reply.redirect('/explorer', 308));

  app.get<{ Params: { name: string } }>('/explorer/assets/:name', async (request, reply) => {
    const asset = assets.get(request.params.name);
    return asset === undefined ? reply.callNotFound() : sendAsset(request, reply, asset);
  });

  const { signIn } = deps;
  if (signIn !== null) {
    app.get('/explorer/session', async (request, reply) => {
      if (!isSameOrigin(request)) return reply.callNotFound();
      return reply.header('cache-control', 'no-store').send({ accounts: await signIn() });
    });
  }
}

/** Browsers say where a request comes from; no other page may read the tokens. */
function isSameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
