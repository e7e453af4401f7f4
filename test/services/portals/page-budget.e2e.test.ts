import { aVacancy } from '../../builders';
import { type HttpWorld, startHttpWorld } from '../sessions/http-world';

// The clock of this world stands still, so no point comes back.
let world: HttpWorld;
let slugs: string[];
beforeAll(async () => {
  world = await startHttpWorld();
  slugs = await world.seed(async (manager) => {
    const made: string[] = [];
    for (let i = 0; i < 30; i++) made.push((await aVacancy(manager, {})).slug);
    return made;
  });
});
afterAll(() => world.stop());

const statusesOf = async (paths: readonly string[]) => {
  const answers = await Promise.all(paths.map((path) => fetch(`${world.server.url}${path}`)));
  return new Set(answers.map(({ status }) => status));
};

describe('the public pages behind one address', () => {
  it('pass as a burst of fifty different ones, and cost nothing when they are asked again', async () => {
    const searches = Array.from({ length: 20 }, (_, i) => `/lowongan?q=kerja+${i}&wilayah=Palu`);
    const different = [...searches, ...slugs.map((slug) => `/lowongan/${slug}`)];
    expect(await statusesOf(different)).toEqual(new Set([200]));
    for (let i = 0; i < 3; i++) expect(await statusesOf(different)).toEqual(new Set([200]));
  });
});
