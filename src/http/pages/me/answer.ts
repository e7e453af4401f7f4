import type { Html } from '../layout/html';

/** A page of the seeker, before it gets its frame. */
export interface PageContent {
  /** Also the `h1`. */
  readonly title: string;
  readonly lead?: string;
  readonly body: Html;
  /** Where the language switch leads; default: the address that was asked for. */
  readonly path?: string;
  /** Default 200. */
  readonly status?: number;
}

/** A file for the person alone. */
export interface FileContent {
  readonly fileName: string;
  readonly text: string;
}

/** How a visit is answered. */
export type Answer =
  | ({ readonly kind: 'page' } & PageContent)
  | ({ readonly kind: 'file' } & FileContent)
  /** Read the address next; `keepsForm` = send the same form there. */
  | { readonly kind: 'redirect'; readonly to: string; readonly keepsForm?: boolean };

export const page = (content: PageContent): Answer => ({ kind: 'page', ...content });
export const redirect = (to: string): Answer => ({ kind: 'redirect', to });
export const file = (content: FileContent): Answer => ({ kind: 'file', ...content });
