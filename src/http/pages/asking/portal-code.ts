/** As keys of portals have it: ten hexadecimal digits. */
const CODE = /^[0-9a-f]{10}$/;

/** The public code of a portal as an address names it; null where there is none or it is not well-formed. */
export const readPortalCode = (given: unknown): string | null =>
  typeof given === 'string' && CODE.test(given) ? given : null;

/** An address of this server that tells which portal led there; the address itself without one. */
export function underPortal(address: string, portal: string | null): string {
  if (portal === null) return address;
  return `${address}${address.includes('?') ? '&' : '?'}portal=${portal}`;
}
