import { removeOldChanges } from '../../src/changes/remove-old-changes';
import { removeOldVacancyChanges, vacancyLog } from '../../src/changes/vacancy-log';
import { asActor } from '../../src/database/as-actor';
import { withClient } from '../../src/database/bootstrap';
import { ConsumerCursor } from '../../src/entities';
import { startStream, type TestStream } from './stream';

const DAY_MS = 86_400_000;
const start = new Date('2026-06-01T00:00:00Z');
const dayAt = (day: number) => new Date(start.getTime() + day * DAY_MS);

let stream: TestStream;

beforeEach(async () => {
  stream = await startStream();
});

afterEach(async () => {
  await stream.stop();
});

/** Announces changes as `aggregate:id`, each on a day; the newest of all keeps the outbox from being empty. */
async function announce(...changes: [day: number, thing: string][]): Promise<void> {
  const before = stream.tail.head;
  await withClient(stream.migratorUrl, async (owner) => {
    for (const [day, thing] of changes) {
      const [aggregate, id] = thing.split(':');
      await owner.query(
        `INSERT INTO outbox (aggregate, aggregate_id, kind, version, at) VALUES ($1, $2, $3, 1, $4)`,
        [aggregate, id, `${aggregate}.changed`, dayAt(day)],
      );
    }
  });
  await stream.until(before + changes.length);
}

/** What the night of this day does. */
async function night(day: number): Promise<void> {
  const options = { now: dayAt(day), consumers: [], signal: stream.signal };
  const transaction = <T>(work: Parameters<typeof asActor<T>>[2]) =>
    asActor(stream.dataSource, 'system', work);
  await removeOldChanges(transaction, options);
  await removeOldVacancyChanges(transaction, options);
}

const log = () => vacancyLog(stream.dataSource.manager);
const placesAfter = async (place: number) =>
  (await log().read(place, 100)).map(({ seq, aggregateId }) => `${seq} ${aggregateId}`);
const peopleKept = async () =>
  (await stream.dataSource.query("SELECT id FROM outbox WHERE aggregate = 'candidate'")).length;

describe('the log of vacancies', () => {
  it('can be read for 90 days, and says so, while people leave after 14', async () => {
    await announce([0, 'vacancy:a'], [0, 'candidate:ani'], [1, 'record:b'], [13, 'candidate:budi']);
    const everything = ['1 a', '2 ani', '3 b', '4 budi'];
    await night(13);
    expect(await placesAfter(0)).toEqual(everything);
    expect(await peopleKept()).toBe(2);

    await night(20);
    expect(await placesAfter(0)).toEqual(['1 a', '3 b', '4 budi']);
    expect(await peopleKept()).toBe(1);
    expect(await log().bounds()).toEqual({ newest: 4, removed: 0 });
    expect(await log().retainedSince()).toEqual(dayAt(0));

    await announce([88, 'vacancy:c']);
    await night(89);
    expect(await placesAfter(0)).toEqual(['1 a', '3 b', '5 c']);
    expect(await peopleKept()).toBe(0);

    await night(91);
    expect(await placesAfter(1)).toEqual(['3 b', '5 c']);
    expect(await log().bounds()).toEqual({ newest: 5, removed: 1 });
    expect(await log().retainedSince()).toEqual(dayAt(1));
  });

  it('tells everybody else that changes are gone after 14 days', async () => {
    await announce([0, 'vacancy:a'], [19, 'vacancy:b'], [20, 'vacancy:c']);
    await night(20);
    expect(await stream.tail.source.bounds()).toEqual({ newest: 3, removed: 1 });
    expect(await stream.tail.source.retainedSince()).toEqual(dayAt(19));
  });

  it('keeps of each vacancy the newest change alone', async () => {
    await announce([0, 'vacancy:a'], [1, 'vacancy:b'], [2, 'record:a'], [30, 'vacancy:c']);
    await night(30);
    expect(await placesAfter(0)).toEqual(['2 b', '3 a', '4 c']);
    await announce([31, 'vacancy:a'], [60, 'vacancy:d']);
    await night(60);
    expect(await placesAfter(0)).toEqual(['2 b', '4 c', '5 a', '6 d']);
  });

  it('counts no consumer as late', async () => {
    await announce([0, 'vacancy:a'], [20, 'vacancy:b']);
    await night(100);
    const names = (await stream.dataSource.manager.find(ConsumerCursor)).map(({ name }) => name);
    expect(names.sort()).toEqual(['outbox kept', 'sequencer', 'vacancy changes kept']);
    await announce([120, 'vacancy:c']);
    await night(140);
    expect(await placesAfter(0)).toEqual(['3 c']);
  });
});
