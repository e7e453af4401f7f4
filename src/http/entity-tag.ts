const MOST_TAGS = 50;

/**
 * Whether an If-None-Match header names what is about to be sent; `tags` are opaque, without quotes and `W/`.
 * Weak and strong tags are equal here. Source: RFC 9110, 13.1.2.
 */
export function isKnownTag(header: string | undefined, isSame: (tag: string) => boolean): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header
    .split(',', MOST_TAGS)
    .some((text) => isSame(text.trim().replace(/^W\//, '').replaceAll('"', '')));
}
