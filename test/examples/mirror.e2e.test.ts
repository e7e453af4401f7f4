import { proveMirror } from '../../bench/mirror/run';

/** The long form is `npm run bench -- --only mirror`: 10,000 changes. */
describe('examples/mirror', () => {
  it('equals the source byte for byte after changes, kills, pauses, restarts and months', async () => {
    const result = await proveMirror({
      ...{
        changes: 300,
        mirrors: 2,
        changesPerRestart: 100,
        lifeMs: 5_000,
        say: () => undefined,
      },
    });
    expect(result).toMatchObject({ differing: 0, wrong: 0, restarts: 3, nights: 6 });
    expect(Math.min(result.kills, result.vacancies)).toBeGreaterThan(5);
    expect(Object.keys(result.counts).length).toBeGreaterThan(10);
  }, 600_000);
});
