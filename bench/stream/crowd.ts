import { setMaxListeners } from 'node:events';
import { waitUntil } from '../../src/embedded/processes';
import type { Stage } from './stage';
import { Subscriber, type SubscriberOptions } from './subscriber';
import {
  compareReceived,
  type Difference,
  expectedPlaces,
  type Heard,
  listRecruiters,
  newestPlace,
  subscriptionOf,
} from './truth';

export interface CrowdOptions extends Pick<SubscriberOptions, 'socketUrl' | 'crashes'> {
  readonly clients: number;
  /** Behind each event that was processed: which client, and the event's place. */
  readonly onEvent?: (client: number, seq: number) => void;
  /** What the clients processed before, behind a place; without it they begin now. */
  readonly from?: { readonly place: number; readonly clients: readonly Progress[] };
  /** What the clients hear; by default all, the better ones, or one vacancy, in turn over all recruiters. */
  readonly heard?: (turn: number) => Heard;
}

/** How far a client has come. */
export interface Progress {
  readonly cursor: string | null;
  /** Places of the events that it processed. */
  readonly received: readonly number[];
}

/** What all clients received together, each from the last cursor that it processed, against the table. */
export interface CrowdResult extends Difference {
  readonly clients: number;
  /** Of all clients, counted as often as received. */
  readonly received: number;
  readonly faults: readonly string[];
  /** How often a client was told that it is too slow. */
  readonly tooSlow: number;
  /** How often connections ended, by close code. */
  readonly closes: Readonly<Record<string, number>>;
}

const CONNECT_LIMIT_MS = 60_000;
/** Without a single event for anybody. */
const STILL_LIMIT_MS = 30_000;
const COMPLETE_LIMIT_MS = 600_000;

/** Clients that follow match events, each from the same place on. */
export class Crowd {
  private readonly leaving = new AbortController();

  private constructor(
    private readonly stage: Stage,
    readonly members: readonly { readonly subscriber: Subscriber; readonly heard: Heard }[],
    private readonly after: number,
    private readonly following: Promise<unknown>[],
  ) {}

  /** Connects them; resolves when each has a cursor. Errors: when that takes more than a minute. */
  static async gather(stage: Stage, options: CrowdOptions): Promise<Crowd> {
    const recruiters = await listRecruiters(stage.pool, stage.home);
    const { clients, onEvent, from, heard = (turn) => subscriptionOf(recruiters, turn) } = options;
    const members = Array.from({ length: clients }, (_, turn) => {
      const one = heard(turn);
      const subscriber = new Subscriber({
        ...options,
        ...one.subscription,
        onEvent: onEvent && ((seq) => onEvent(turn, seq)),
      });
      subscriber.cursor = from?.clients[turn].cursor ?? null;
      subscriber.received.push(...(from?.clients[turn].received ?? []));
      return { heard: one, subscriber };
    });
    const crowd = new Crowd(stage, members, from?.place ?? (await newestPlace(stage.pool)), []);
    setMaxListeners(clients, crowd.leaving.signal);
    crowd.following.push(
      ...members.map(({ subscriber }) => subscriber.follow(crowd.leaving.signal)),
    );
    const areHere = () => members.every(({ subscriber }) => subscriber.cursor !== null);
    if (!(await waitUntil(areHere, CONNECT_LIMIT_MS))) {
      const [fault] = members.flatMap(({ subscriber }) => subscriber.faults);
      await crowd.disperse();
      throw new Error(`Not every client could subscribe; first fault: ${fault}`);
    }
    return crowd;
  }

  /** Cuts the connection of one of them, whichever. */
  disturb(): void {
    const { subscriber } = this.members[Math.floor(Math.random() * this.members.length)];
    subscriber.disconnect();
  }

  /** Waits until everybody has what the table holds now, then lets them go and compares. */
  async settle(): Promise<CrowdResult> {
    const { stage, members, after } = this;
    const upTo = await newestPlace(stage.pool);
    const expected: number[][] = [];
    for (const { heard } of members) {
      expected.push(await expectedPlaces(stage.pool, heard, { after, upTo }));
    }
    await this.whileMore((turn) => expected[turn].length);
    await this.disperse();
    const differences = members.map(({ subscriber: { received } }, turn) =>
      compareReceived(
        received.filter((seq) => seq <= upTo),
        expected[turn],
      ),
    );
    const sum = (of: keyof Difference) => differences.reduce((total, one) => total + one[of], 0);
    return {
      clients: members.length,
      received: this.countReceived(),
      lost: sum('lost'),
      repeated: sum('repeated'),
      outOfOrder: sum('outOfOrder'),
      foreign: sum('foreign'),
      faults: members.flatMap(({ subscriber }) => subscriber.faults),
      tooSlow: members.reduce((total, { subscriber }) => total + subscriber.tooSlow, 0),
      closes: this.countCloses(),
    };
  }

  async disperse(): Promise<void> {
    this.leaving.abort();
    await Promise.all(this.following);
  }

  /** Waits until each has received so many, or nobody receives anything any more. */
  private async whileMore(expected: (turn: number) => number): Promise<void> {
    const { members } = this;
    let [received, at] = [0, performance.now()];
    const isDone = () => {
      const now = this.countReceived();
      if (now > received) [received, at] = [now, performance.now()];
      const isOver = performance.now() - at > STILL_LIMIT_MS;
      return (
        isOver ||
        members.every(({ subscriber }, turn) => subscriber.received.length >= expected(turn))
      );
    };
    await waitUntil(isDone, COMPLETE_LIMIT_MS);
  }

  private countReceived(): number {
    return this.members.reduce((total, { subscriber }) => total + subscriber.received.length, 0);
  }

  private countCloses(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { subscriber } of this.members) {
      for (const [code, count] of subscriber.closes) counts[code] = (counts[code] ?? 0) + count;
    }
    return counts;
  }
}

/** What several crowds received together. */
export function addUp(results: readonly CrowdResult[]): CrowdResult {
  return results.reduce((all, one) => {
    const closes = { ...all.closes };
    for (const [code, count] of Object.entries(one.closes)) {
      closes[code] = (closes[code] ?? 0) + count;
    }
    return {
      clients: all.clients + one.clients,
      received: all.received + one.received,
      lost: all.lost + one.lost,
      repeated: all.repeated + one.repeated,
      outOfOrder: all.outOfOrder + one.outOfOrder,
      foreign: all.foreign + one.foreign,
      faults: [...all.faults, ...one.faults],
      tooSlow: all.tooSlow + one.tooSlow,
      closes,
    };
  });
}
