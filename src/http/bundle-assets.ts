import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { packageFolder } from '../config/package-folder';

/** One file of the bundle, kept compressed as the build left it. */
export interface Asset {
  path: string;
  contentType: string;
  /** The gzip copy; null for files that do not shrink. */
  gzipPath: string | null;
}

const CONTENT_TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
};

/** The folder that `npm run build:NAME` fills, found from the sources as from `dist`. */
export function bundleFolder(name: 'explorer' | 'receipt' | 'reference' | 'widget'): string {
  return path.join(packageFolder(), 'dist', name);
}

/** The page of the bundle; null when it is not built. */
export function readBundlePage(folder: string): string | null {
  const file = path.join(folder, 'index.html');
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** The bundle's assets by file name; only these names are ever served. */
export function listAssets(folder: string): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  const assetFolder = path.join(folder, 'assets');
  if (!existsSync(assetFolder)) return assets;
  const names = new Set(readdirSync(assetFolder));
  for (const name of names) {
    const contentType = CONTENT_TYPES[path.extname(name)];
    if (contentType === undefined) continue;
    const gzipPath = names.has(`${name}.gz`) ? path.join(assetFolder, `${name}.gz`) : null;
    assets.set(name, { path: path.join(assetFolder, name), contentType, gzipPath });
  }
  return assets;
}

/** File names carry a hash of their content, so they never change. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Answers with an asset, compressed where the browser takes it. */
export function sendAsset(
  request: FastifyRequest,
  reply: FastifyReply,
  asset: Asset,
): FastifyReply {
  reply
    .header('cache-control', IMMUTABLE)
    .header('vary', 'accept-encoding')
    .header('x-content-type-options', 'nosniff')
    .type(asset.contentType);
  const acceptsGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (asset.gzipPath !== null && acceptsGzip) {
    return reply.header('content-encoding', 'gzip').send(createReadStream(asset.gzipPath));
  }
  return reply.send(createReadStream(asset.path));
}
