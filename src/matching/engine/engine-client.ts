import { errors } from '../../errors';
import { limits } from '../../limits';
import type { VacancyFacts } from '../core/facts';
import type { Simulation } from '../core/simulate';
import type { Ranking } from '../ranker';
import {
  type BootProgress,
  type BootReport,
  type EngineMessage,
  type EngineRequestKind,
  type EngineRequests,
  fromSent,
} from './messages';
import type { PeopleEngine, RankPeopleOptions } from './people-engine';
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

interface Pending {
  resolve(value: never): void;
  reject(error: Error): void;
}

/** An engine behind a channel. */
export class EngineClient implements PeopleEngine {
  size = 0;
  isLost = false;
  private readonly line = new WaitingLine(SENT_AT_ONCE, limits.rankingsWaiting);
  /** Orders with everybody's lines take a second of turns each; nobody who looks at a page waits behind one. */
  private readonly packing = new WaitingLine(1, limits.rankingsWaiting);
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;
  private whenIdle: () => void = () => undefined;
  private boot: Pending | null = null;
  private report: (progress: BootProgress) => void = () => undefined;

  constructor(
    private readonly channel: EngineChannel,
    private readonly now: () => number,
  ) {
    channel.on('message', (message) => this.receive(message));
    channel.ended.then(
      () => this.lose(),
      (error) => this.lose(error),
    );
  }

  /** Resolves when everybody is read. Errors: those of reading. */
  booted(report: (progress: BootProgress) => void): Promise<BootReport> {
    this.report = report;
    return new Promise((resolve, reject) => {
      this.boot = { resolve, reject };
      if (this.isLost) this.lose();
    });
  }

  /** Resolves when the other side has ended, with its exit code or its error. */
  get ended(): Promise<unknown> {
    return this.channel.ended.catch((error) => error);
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

  async apply(candidateIds: readonly string[], seq: number): Promise<void> {
    this.size = await this.ask('apply', { candidateIds, seq, now: this.now() });
  }

  async close(): Promise<void> {
    if (this.pending.size + this.line.length + this.packing.length > 0) {
      await new Promise<void>((resolve) => {
        this.whenIdle = resolve;
      });
    }
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
      this.pending.set(id, { resolve, reject });
      this.channel.postMessage({ kind, id, ...request });
    });
  }

  private receive(message: EngineMessage): void {
    switch (message.kind) {
      case 'progress':
        this.report(message);
        break;
      case 'booted':
        this.size = message.people;
        this.boot?.resolve(message as never);
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

  private lose(cause?: unknown): void {
    this.isLost = true;
    const all = [...this.pending.values(), ...(this.boot ? [this.boot] : [])];
    this.pending.clear();
    for (const { reject } of all) reject(lost(cause));
    this.whenIdle();
  }
}

const lost = (cause?: unknown) => errors.service.unavailable(RETRY_SECONDS, cause);
