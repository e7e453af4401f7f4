import type { Lang } from '../errors';
import type { Services } from '../services';
import type { Viewer } from '../services/viewer';
import type { Audience } from './audience';
import type { CursorSigner } from './cursor';
import type { Loaders } from './loaders';

export type { Services } from '../services';
export type { Viewer } from '../services/viewer';
export type { Loaders } from './loaders';

/** What every resolver is handed; one object an operation. */
export interface Context {
  /** Null when nobody is signed in. */
  readonly viewer: Viewer | null;
  readonly audience: Audience;
  readonly lang: Lang;
  readonly requestId: string;
  /** Aborted when the deadline passes or the client leaves. */
  readonly signal: AbortSignal;
  readonly cursors: CursorSigner;
  readonly services: Services;
  readonly loaders: Loaders;
}
