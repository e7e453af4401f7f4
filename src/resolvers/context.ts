import type DataLoader from 'dataloader';
import type { Clock } from '../clock';
import type { Lang } from '../errors';
import type { Audience } from './audience';
import type { CursorSigner } from './cursor';

/** Who is signed in. What the account may do is asked of the services, never of the token. */
export interface Viewer {
  readonly accountId: string;
}

/** The use cases that resolvers may call, one property an area; built once in the composition root. */
export interface Services {
  readonly clock: Clock;
}

/** Batched reads of one request, one property a relation. */
export type Loaders = Readonly<Record<string, DataLoader<string, unknown>>>;

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
