import { createHash } from 'node:crypto';

/** Directives of a content security policy by name; a null leaves a directive out. */
export type Directives = Readonly<Record<string, string | null>>;

/**
 * The content security policy of a page: nothing but this server's own pictures and forms, and the one style and the one
 * script that the page holds, named by their hashes.
 */
export function pagePolicy(style: string, script: string | null, changes: Directives = {}): string {
  const directives: Directives = {
    'default-src': "'none'",
    'style-src': hashOf(style),
    'script-src': script === null ? null : hashOf(script),
    'img-src': "'self' data:",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    ...changes,
  };
  return Object.entries(directives)
    .filter(([, sources]) => sources !== null)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
