import { runChaos } from '../../bench/stream/chaos';
import { withStage } from '../../bench/stream/stage';

/** The long form is `padan bench stream`. */
const SIZE = { people: 150, vacancies: 30, employers: 12, isDurable: false };
const OPTIONS = { clients: 20, kills: 3, longestLifeMs: 2_000, least: 300 };

describe('match events', () => {
  it('reach every client once and in order while the API is killed and transactions are slow', async () => {
    const result = await withStage(SIZE, (stage) =>
      runChaos(stage, { ...OPTIONS, say: () => undefined }),
    );
    const { received, changes, closes, ...rest } = result;
    expect(rest).toEqual({
      clients: 20,
      kills: 3,
      orphans: 0,
      lost: 0,
      repeated: 0,
      outOfOrder: 0,
      foreign: 0,
      faults: [],
      tooSlow: 0,
    });
    expect(Math.min(received, changes)).toBeGreaterThan(100);
    expect(closes[1006]).toBeGreaterThan(3);
  }, 240_000);
});
