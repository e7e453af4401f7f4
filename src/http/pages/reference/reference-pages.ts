import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleFolder } from '../../bundle-assets';

/** A page of the reference as `npm run build:web` makes it of the public schema. */
export interface ReferencePage {
  /** Below `/referensi/`, such as `operations/queries/vacancies`. */
  readonly path: string;
  readonly title: string;
  /** Its first paragraph, as plain text. */
  readonly summary: string;
  /** Markup of our own schema's descriptions; nothing of it is stored by anybody. */
  readonly html: string;
  /** A query to run, with places such as `{{vacancy.slug}}` for what this service has; null where there is none. */
  readonly example: string | null;
}

/** The pages by their paths, in the order of the menu; empty when the reference is not built. */
export function readReferencePages(
  folder = bundleFolder('reference'),
): ReadonlyMap<string, ReferencePage> {
  const file = path.join(folder, 'pages.json');
  if (!existsSync(file)) return new Map();
  const pages = JSON.parse(readFileSync(file, 'utf8')) as ReferencePage[];
  return new Map(pages.map((page) => [page.path, page]));
}
