import { createHash } from 'node:crypto';

/** Names of the fields that every form has beside what somebody types. */
export const formNames = { token: 't', key: 'k' } as const;

const KEY = /^[\w-]{8,64}$/;

/** What was sent with a form. */
export class Form {
  constructor(private readonly fields: URLSearchParams = new URLSearchParams()) {}

  /** A field without spaces around it; empty when it is missing. */
  text(name: string): string {
    return this.fields.get(name)?.trim() ?? '';
  }

  /** A field, or null when nothing was typed. */
  optional(name: string): string | null {
    return this.text(name) || null;
  }

  /** Every value of a field, such as ticked boxes; each once. */
  all(name: string): string[] {
    return [...new Set(this.fields.getAll(name).filter((value) => value !== ''))];
  }

  has(name: string): boolean {
    return this.text(name) !== '';
  }

  /** The names and values that somebody typed at length, so that a page that cannot take them gives them back. */
  longTexts(): [name: string, value: string][] {
    return [...this.fields].filter(
      ([name, value]) => name !== formNames.token && value.trim().length > LONG,
    );
  }

  /**
   * The idempotency key of what this form does: the same for the form sent twice, another one when anything in it was
   * changed meanwhile.
   */
  mutationId(operation: string): string {
    const key = this.text(formNames.key);
    const typed = [...this.fields]
      .filter(([name]) => name !== formNames.token)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const digest = createHash('sha256').update(JSON.stringify(typed)).digest('base64url');
    return `${KEY.test(key) ? key : 'form'}:${operation}:${digest}`;
  }
}

const LONG = 40;
