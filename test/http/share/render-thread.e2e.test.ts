import path from 'node:path';
import { PNG } from 'pngjs';
import type { PictureRenderer } from '../../../src/http/share/pictures/renderer';

/** As `npm start` runs it: a thread starts from built files alone (`npm run build` must have run). */
const built = path.resolve(__dirname, '../../../dist/src/http/share/pictures/renderer.js');

const svg = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80"><text y="50" font-family="DejaVu Sans" font-size="40">${text}</text></svg>`;
const inkOf = (png: Uint8Array) =>
  PNG.sync.read(Buffer.from(png)).data.reduce((sum, value) => sum + value, 0);

describe('the thread that renders', () => {
  let renderer: PictureRenderer;
  beforeEach(() => {
    const { PictureRenderer: Built } = require(built) as {
      PictureRenderer: typeof PictureRenderer;
    };
    renderer = new Built();
  });
  afterEach(() => renderer.stop());

  it('draws with the fonts that the service brings', async () => {
    const [none, some] = await Promise.all([renderer.render(svg('')), renderer.render(svg('Las'))]);
    expect(inkOf(some)).toBeGreaterThan(inkOf(none));
  });

  it('goes on behind a drawing that is none', async () => {
    await expect(renderer.render('<svg')).rejects.toThrow('cannot be rendered');
    expect((await renderer.render(svg('Las'))).length).toBeGreaterThan(0);
  });

  it('leaves nobody waiting when it stops', async () => {
    const waiting = expect(renderer.render(svg('Las'))).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
    });
    await renderer.stop();
    await waiting;
  });
});
