import { closeBrowser } from '../web/chromium';
import { testEmbedding } from './pages/embedding';
import { testEngines } from './pages/engines';
import { testHostile } from './pages/hostile';
import { testLooks } from './pages/looks';
import { testUse } from './pages/use';
import { type PagesWorld, startPagesWorld } from './pages/world';

jest.setTimeout(300_000);

let world: PagesWorld;
beforeAll(async () => {
  world = await startPagesWorld();
});
afterAll(async () => {
  await closeBrowser();
  await world.stop();
});
const worldOf = () => world;

describe('the pages of vacancies', () => {
  testLooks(worldOf);
  testUse(worldOf);
});

describe('search engines and feed readers', () => testEngines(worldOf));

describe('other sites', () => testEmbedding(worldOf));

describe('hostile texts', () => testHostile(worldOf));
