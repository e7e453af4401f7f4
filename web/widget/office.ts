/** Path under which the service gives this script. */
const SCRIPT_PATH = /\/padan\.js$/;

// Known only while the script runs for the first time, and only for one that is no module.
const running = document.currentScript as HTMLScriptElement | null;
const ownAddress = running === null ? null : running.src;

/**
 * The origin of the labour office's service: of the attribute `api`, else of this script's own address; null when
 * neither is an address of the web.
 */
export function officeOrigin(api: string | null): string | null {
  return originOf(api ?? '') ?? originOf(ownAddress ?? '') ?? originOf(addressInPage());
}

/** A module does not know its element; it is the one whose address ends like ours. */
function addressInPage(): string {
  const scripts = document.querySelectorAll<HTMLScriptElement>('script[src]');
  for (let at = 0; at < scripts.length; at += 1) {
    const src = scripts[at]?.src ?? '';
    if (SCRIPT_PATH.test(src.split(/[?#]/)[0] ?? '')) return src;
  }
  return '';
}

function originOf(address: string): string | null {
  if (address === '') return null;
  try {
    const { protocol, origin } = new URL(address, document.baseURI);
    return protocol === 'https:' || protocol === 'http:' ? origin : null;
  } catch {
    return null;
  }
}

/** The address of a page of the office; each part of the path is one segment, whatever it holds. */
export function officePage(
  origin: string,
  path: readonly string[],
  parameters: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams();
  for (const name of Object.keys(parameters)) query.set(name, parameters[name] ?? '');
  const search = query.toString();
  return `${origin}/${path.map(encodeURIComponent).join('/')}${search === '' ? '' : `?${search}`}`;
}
