import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

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

/** The folder that `npm run build:explorer` fills, found from the sources as from `dist`. */
export function explorerFolder(): string {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return path.join(folder, 'dist', 'explorer');
}

/** The page of the bundle; null when it is not built. */
export function readExplorerPage(folder: string): string | null {
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
