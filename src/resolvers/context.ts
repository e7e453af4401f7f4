import type { Lang } from '../errors';
import type { Services } from '../services';
import type { Portal, Viewer } from '../services/viewer';
import type { Audience } from './audience';
import type { CursorSigner } from './cursor';
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
  readonly audience: Audience;
  readonly lang: Lang;
  readonly requestId: string;
  /** Aborted when the deadline passes or the client leaves. */
  readonly signal: AbortSignal;
  readonly cursors: CursorSigner;
  readonly services: Services;
  readonly loaders: Loaders;
}
