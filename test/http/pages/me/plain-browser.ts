import { setTimeout as sleep } from 'node:timers/promises';

/** What pages say where the machine was too busy for an answer in time. */
const BUSY = /data-code="(?:DEADLINE_EXCEEDED|SERVICE_UNAVAILABLE)"/;
const BUSY_TURNS = 5;
const BUSY_PAUSE_MS = 1_000;

/** A page as a browser without scripts sees it. */
export interface Seen {
  readonly status: number;
  /** Where it stands after redirects. */
  readonly path: string;
  readonly body: string;
  readonly headers: Headers;
  /** Every address that was asked, with its status. */
  readonly ways: readonly string[];
}

/** What a form holds; several ticked boxes have one name. */
export type Fields = Record<string, string | readonly string[]>;

export interface SeenForm {
  readonly action: string;
  readonly fields: Fields;
}

/** Cookies, forms and redirects, and nothing else: what a browser does of itself. */
export class PlainBrowser {
  readonly cookies = new Map<string, { value: string; path: string }>();
  seen: Seen = { status: 0, path: '', body: '', headers: new Headers(), ways: [] };

  constructor(private readonly address: string) {}

  async open(path: string): Promise<Seen> {
    return this.ask(path, { method: 'GET' });
  }

  /** The form of the shown page that is sent to an address; the first of several. */
  form(action: string, holding = ''): SeenForm {
    const forms = this.seen.body.match(/<form[\s\S]*?<\/form>/g) ?? [];
    const found = forms.find((form) => {
      const [, at = ''] = /action="([^"]*)"/.exec(form) ?? [];
      return (at.split(/[?#]/)[0] ?? '') === action && form.includes(holding);
    });
    if (found === undefined) throw new Error(`no form for ${action} in ${this.seen.body}`);
    const [, at = ''] = /action="([^"]*)"/.exec(found) ?? [];
    return { action: plainOf(at), fields: fieldsOf(found) };
  }

  /** Every value that a field of the shown page could have. */
  choices(name: string): string[] {
    const boxes = this.seen.body.matchAll(
      new RegExp(`<input type="checkbox" name="${name}" value="([^"]*)"`, 'g'),
    );
    const [options = ''] =
      new RegExp(`<select id="${name}"[\\s\\S]*?</select>`).exec(this.seen.body) ?? [];
    return [...boxes, ...options.matchAll(/<option value="([^"]+)"/g)].map(([, value = '']) =>
      plainOf(value),
    );
  }

  /** Fills in a form of the shown page and sends it. */
  async submit(action: string, filled: Fields = {}, holding = ''): Promise<Seen> {
    const form = this.form(action, holding);
    return this.post(form.action, { ...form.fields, ...filled });
  }

  async post(
    path: string,
    fields: Fields,
    headers: Record<string, string> = { origin: this.address, 'sec-fetch-site': 'same-origin' },
  ): Promise<Seen> {
    const pairs = Object.entries(fields).flatMap(([name, values]) =>
      [values].flat().map((value) => [name, value]),
    );
    const body = new URLSearchParams(pairs).toString();
    return this.ask(path, { method: 'POST', body, headers });
  }

  /** As somebody does who is told that the service is too busy: asks again. */
  private async ask(path: string, init: RequestInit): Promise<Seen> {
    let seen = await this.go(path, init, []);
    for (let turn = 0; turn < BUSY_TURNS && BUSY.test(seen.body); turn += 1) {
      await sleep(BUSY_PAUSE_MS);
      seen = await this.go(path, init, []);
    }
    return seen;
  }

  private async go(path: string, init: RequestInit, ways: string[]): Promise<Seen> {
    const url = new URL(path, this.address);
    const headers = new Headers(init.headers);
    const cookies = [...this.cookies].filter(([, { path: at }]) => covers(at, url.pathname));
    if (cookies.length > 0) {
      headers.set('cookie', cookies.map(([name, { value }]) => `${name}=${value}`).join('; '));
    }
    headers.set('accept', 'text/html');
    if (init.body !== undefined) headers.set('content-type', 'application/x-www-form-urlencoded');
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) this.take(cookie);
    ways.push(`${init.method} ${url.pathname} ${response.status}`);
    const location = response.headers.get('location');
    if (location !== null && ways.length < 10) {
      const again = response.status === 307 ? init : { method: 'GET' };
      return this.go(location, again, ways);
    }
    this.seen = {
      ...{ status: response.status, path: `${url.pathname}${url.search}`, ways },
      ...{ body: await response.text(), headers: response.headers },
    };
    return this.seen;
  }

  private take(cookie: string): void {
    const [pair = '', ...rules] = cookie.split('; ');
    const [name = '', value = ''] = pair.split(/=(.*)/);
    const path = rules.find((rule) => rule.startsWith('Path='))?.slice('Path='.length) ?? '/';
    if (rules.includes('Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, { value, path });
  }
}

const covers = (path: string, asked: string) => asked === path || asked.startsWith(`${path}/`);

const plainOf = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** What a form sends as it is shown. */
function fieldsOf(found: string): Fields {
  const fields: Fields = {};
  for (const [input] of found.matchAll(/<input [^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name === undefined) continue;
    if (input.includes('type="checkbox"') && !input.includes(' checked')) continue;
    const value = plainOf(/value="([^"]*)"/.exec(input)?.[1] ?? '');
    const isTick = input.includes('type="checkbox"');
    fields[name] = isTick ? [...(fields[name] ?? []), value] : value;
  }
  for (const [, name = '', text = ''] of found.matchAll(
    /<textarea id="[^"]*" name="([^"]*)"[^>]*>([^<]*)</g,
  )) {
    fields[name] = plainOf(text);
  }
  for (const [, name = '', options = ''] of found.matchAll(
    /<select id="[^"]*" name="([^"]*)">([\s\S]*?)<\/select>/g,
  )) {
    const chosen = /value="([^"]*)" selected/.exec(options) ?? /value="([^"]*)"/.exec(options);
    fields[name] = plainOf(chosen?.[1] ?? '');
  }
  return fields;
}

/** Why the shown form was not taken. */
export const codesIn = (body: string) =>
  [...body.matchAll(/data-code="(\w+)"/g)].map(([, code]) => code);
