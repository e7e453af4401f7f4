import type { Matchable } from '../facts/candidates';
import type { CatalogueRows } from '../facts/catalogue';
import { type BootProgress, type EngineMessage, type EngineRequest, toSent } from './messages';
import type { PeopleOwner } from './people-owner';
import { packRanking } from './sent-ranking';

/** The side of a channel on which the people are: a message port, also of a thread. */
export interface ServedPort {
  postMessage(message: EngineMessage): void;
  on(event: 'message', listener: (request: EngineRequest) => void): unknown;
}

/** Everybody, read; and a way to read some of them again. */
export interface Booted {
  readonly owner: PeopleOwner;
  readonly catalogue: CatalogueRows;
  reload(candidateIds: readonly string[]): Promise<Matchable[]>;
}

/** Reads everybody, and tells now and then how far it is. Errors: those of reading; then there is no engine. */
export type Boot = (report: (progress: BootProgress) => void) => Promise<Booted>;

/**
 * Reads everybody, then answers what comes through the port, one request after another.
 *
 * Changed people are read while rankings go on, and put in at once with their place; so a ranking sees exactly one place.
 */
export async function serveEngine(port: ServedPort, boot: Boot): Promise<void> {
  const startedMs = performance.now();
  try {
    const booted = await boot((progress) => port.postMessage({ kind: 'progress', ...progress }));
    const { owner, catalogue } = booted;
    const server = new EngineServer(booted);
    port.on('message', (request) => {
      void server.answer(request).then((message) => port.postMessage(message));
    });
    const seconds = (performance.now() - startedMs) / 1_000;
    const { seq, size: people } = owner;
    port.postMessage({ kind: 'booted', seq, people, seconds, catalogue });
  } catch (error) {
    port.postMessage({ kind: 'failed', error: toSent(error) });
  }
}

class EngineServer {
  private lastApplied: Promise<unknown> = Promise.resolve();

  constructor(private readonly booted: Booted) {}

  async answer(request: EngineRequest): Promise<EngineMessage> {
    const { id } = request;
    try {
      return { kind: 'done', id, value: await this.compute(request) };
    } catch (error) {
      return { kind: 'refused', id, error: toSent(error) };
    }
  }

  private compute(request: EngineRequest): unknown {
    const { owner } = this.booted;
    switch (request.kind) {
      case 'rank':
        return packRanking(
          owner.rank(request.vacancy, request.options),
          request.options.isPacked ?? false,
        );
      case 'simulate':
        return owner.simulate(request.before, request.after, request.top);
      case 'identify':
        return owner.identify(request.people);
      case 'stand':
        return owner.stand(request.vacancy, request.first);
      case 'crowd':
        return owner.crowd(request.vacancy);
      case 'find':
        return owner.find(request.candidateIds);
      case 'ping':
        return null;
      case 'apply': {
        const applied = this.lastApplied.then(() => this.apply(request));
        this.lastApplied = applied.catch(() => undefined);
        return applied;
      }
    }
  }

  /** How many people there are then. */
  private async apply(request: EngineRequest & { kind: 'apply' }): Promise<number> {
    const { owner, reload } = this.booted;
    const { candidateIds, seq, now } = request;
    const found = candidateIds.length > 0 ? await reload(candidateIds) : [];
    owner.replace(candidateIds, found, now);
    owner.seq = seq;
    return owner.size;
  }
}
