import type { Lang } from '../errors';
import type { Services } from '../services';
import type { Shown } from '../services/portals/shown';
import type { Portal, Viewer } from '../services/viewer';
import type { Audience } from './audience';
import type { CursorSigner } from './lists/cursor';
import type { Loaders } from './loaders';

export type { Services } from '../services';
export type { Portal, Viewer } from '../services/viewer';
export type { Loaders } from './loaders';

/** What every resolver is handed; one object an operation. */
export interface Context {
  /** Null when nobody is signed in. */
  readonly viewer: Viewer | null;
  /**
   * Who is signed in and reaches nothing but the enrolment of a second factor; `viewer` is then null, so that nothing
   * else takes the account for signed in.
   */
  readonly enrolling: Viewer | null;
  /** The portal whose API key came with the request. */
  readonly portal: Portal | null;
  /** Address of the network that asks; for counting, never stored. */
  readonly caller: string;
  /** Origin of the links in an answer, such as `https://kerja.example.go.id`. */
  readonly origin: string;
  readonly audience: Audience;
  readonly lang: Lang;
  readonly requestId: string;
  /** Aborted when the deadline passes or the client leaves. */
  readonly signal: AbortSignal;
  /** Requests that the portal's quota leaves at this moment; only where a request was counted. */
  readonly requestsLeft?: number | null;
  /** Filled by what shows vacancies. */
  readonly shown: Shown;
  readonly cursors: CursorSigner;
  readonly services: Services;
  readonly loaders: Loaders;
}
