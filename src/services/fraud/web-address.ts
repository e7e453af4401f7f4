const SCHEME = /^[a-z][a-z\d+.-]*:/i;

/** Whether a text names a place on the web as people write it: `https://…`, or a host with a dot and what follows. */
export function isWebAddress(text: string): boolean {
  const hasScheme = /^https?:\/\//i.test(text);
  if (!hasScheme && SCHEME.test(text)) return false;
  if (/\s/.test(text)) return false;
  const address = hasScheme ? text : `https://${text}`;
  return URL.canParse(address) && new URL(address).hostname.includes('.');
}
