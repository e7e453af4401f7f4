import { errors } from '../../errors';
import { limits } from '../../limits';
import type { Crowd } from '../core/crowd';
import type { VacancyFacts } from '../core/facts';
import type { Simulation } from '../core/simulate';
import type { Ranking } from '../ranker';
import {
  EngineHung,
  EngineWatch,
  type Watched,
  type WatchedEngine,
  type WatchLimits,
} from './engine-watch';
import {
  type BootProgress,
  type BootReport,
  type EngineMessage,
  type EngineRequestKind,
  type EngineRequests,
  fromSent,
} from './messages';
import type { FoundFacts, PeopleEngine, RankPeopleOptions, Standings } from './people-engine';
import { type SentRanking, unpackRanking } from './sent-ranking';
import { WaitingLine } from './waiting-line';

/** The asking side of a channel, and how it ends. */
export interface EngineChannel {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: EngineMessage) => void): unknown;
  /** Ends the other side at once. */
  end(): Promise<unknown>;
  /** Resolves when the other side has ended, for whatever reason. */
  readonly ended: Promise<unknown>;
}

/** One computes while the next is on its way, so that the thread never waits for the other. */
const SENT_AT_ONCE = 2;
const RETRY_SECONDS = 2;
/** Of a question whose answer nobody waits for; the others count from 1. */
const PING_ID = 0;

interface Pending extends Watched {
  resolve(value: never): void;
  reject(error: Error): void;
}

/** An engine behind a channel; one that neither answers nor ends is ended. */
export class EngineClient implements PeopleEngine {
  size = 0;
  isLost = false;
  /** Resolves when the other side has ended or hangs, with its exit code or the error. */
  readonly ended: Promise<unknown>;
  private readonly line = new WaitingLine(SENT_AT_ONCE, limits.rankingsWaiting);
  /** Orders with everybody's lines take a second of turns each; nobody who looks at a page waits behind one. */
  private readonly packing = new WaitingLine(1, limits.rankingsWaiting);
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;
  private whenIdle: () => void = () => undefined;
  private boot: Pending | null = null;
  private isBooted = false;
  private readonly watch: EngineWatch | null;
  private report: (progress: BootProgress) => void = () => undefined;

  constructor(
    private readonly channel: EngineChannel,
    private readonly now: () => number,
    /** Null = nobody looks whether it hangs. */
    watched: WatchLimits | null,
  ) {
    channel.on('message', (message) => this.receive(message));
    let onHung: (error: EngineHung) => void = () => undefined;
    const hung = new Promise<EngineHung>((resolve) => {
      onHung = resolve;
    });
    this.watch = watched && new EngineWatch(this.toWatched(onHung), watched);
    const exited = channel.ended.catch((error) => error);
    // Not awaited until it is gone: whoever waits is refused now, and another one may start.
    void hung.then(() => channel.end());
    this.ended = Promise.race([hung, exited]);
    void this.ended.then((how) => this.lose(how instanceof Error ? how : undefined));
  }

  /** Resolves when everybody is read. Errors: those of reading. */
  booted(report: (progress: BootProgress) => void): Promise<BootReport> {
    this.report = report;
    return new Promise((resolve, reject) => {
      this.boot = { resolve, reject, turns: 0 };
      if (this.isLost) this.lose();
    });
  }

  async rank(vacancy: VacancyFacts, { signal, ...options }: RankPeopleOptions): Promise<Ranking> {
    const ask = () => this.ask<SentRanking>('rank', { vacancy, options });
    const line = options.isPacked ? this.packing : this.line;
    return await unpackRanking(await line.run(ask, signal));
  }

  async simulate(
    before: VacancyFacts,
    after: VacancyFacts,
    top: number,
    signal?: AbortSignal,
  ): Promise<Simulation> {
    const ask = () => this.ask<Simulation>('simulate', { before, after, top });
    return await this.line.run(ask, signal);
  }

  async identify(people: readonly number[]): Promise<(string | null)[]> {
    return people.length === 0 ? [] : await this.ask('identify', { people });
  }

  async stand(vacancy: VacancyFacts, first: number): Promise<Standings> {
    return await this.ask('stand', { vacancy, first });
  }

  async crowd(vacancy: VacancyFacts): Promise<Crowd> {
    return await this.ask('crowd', { vacancy });
  }

  async find(candidateIds: readonly string[]): Promise<FoundFacts> {
    return await this.ask('find', { candidateIds });
  }

  async apply(candidateIds: readonly string[], seq: number): Promise<void> {
    this.size = await this.ask('apply', { candidateIds, seq, now: this.now() });
  }

  async close(): Promise<void> {
    if (this.pending.size + this.line.length + this.packing.length > 0) {
      await new Promise<void>((resolve) => {
        this.whenIdle = resolve;
      });
    }
    this.watch?.end();
    await this.channel.end();
  }

  private ask<T, K extends EngineRequestKind = EngineRequestKind>(
    kind: K,
    request: EngineRequests[K],
  ): Promise<T> {
    if (this.isLost) throw lost();
    this.lastId += 1;
    const id = this.lastId;
    return new Promise<T>((resolve, reject) => {
      this.pending.set(id, { resolve, reject, turns: 0 });
      this.channel.postMessage({ kind, id, ...request });
    });
  }

  private receive(message: EngineMessage): void {
    this.watch?.hear();
    switch (message.kind) {
      case 'progress':
        if (this.boot) this.boot.turns = 0;
        this.report(message);
        break;
      case 'booted':
        this.size = message.people;
        this.isBooted = true;
        this.boot?.resolve(message as never);
        this.boot = null;
        break;
      case 'failed':
        this.boot?.reject(fromSent(message.error));
        break;
      case 'done':
        this.settle(message.id, (pending) => pending.resolve(message.value as never));
        break;
      case 'refused':
        this.settle(message.id, (pending) => pending.reject(fromSent(message.error)));
        break;
    }
  }

  private settle(id: number, answer: (pending: Pending) => void): void {
    const pending = this.pending.get(id);
    this.pending.delete(id);
    if (pending) answer(pending);
    // A turn later, when the next of the line has been sent.
    setImmediate(() => {
      if (this.pending.size === 0) this.whenIdle();
    });
  }

  private toWatched(onHung: (error: EngineHung) => void): WatchedEngine {
    return {
      isBooted: () => this.isBooted,
      waiting: () => this.everyPending(),
      ping: () => this.channel.postMessage({ kind: 'ping', id: PING_ID }),
      onHung,
    };
  }

  private *everyPending(): Iterable<Pending> {
    if (this.boot) yield this.boot;
    yield* this.pending.values();
  }

  private lose(cause?: unknown): void {
    this.isLost = true;
    this.watch?.end();
    const all = [...this.pending.values()];
    this.pending.clear();
    for (const { reject } of all) reject(lost(cause));
    this.boot?.reject(cause instanceof EngineHung ? cause : lost(cause));
    this.whenIdle();
  }
}

const lost = (cause?: unknown) => errors.service.unavailable(RETRY_SECONDS, cause);
