import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const NAME = 'x-padan-page';
/** Of this process, which asks nobody but itself by it. */
const SECRET = randomBytes(16).toString('base64url');

/** With these a page of ours asks an endpoint of ours. */
export const ownPageHeaders: Readonly<Record<string, string>> = { [NAME]: SECRET };

/** Whether a page of ours asks: its operations are fixed, so each may have a low price. */
export function isOwnPage(headers: IncomingHttpHeaders): boolean {
  const told = Buffer.from(String(headers[NAME] ?? ''));
  const ours = Buffer.from(SECRET);
  return told.length === ours.length && timingSafeEqual(told, ours);
}
