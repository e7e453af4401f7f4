import { PictureCache } from '../../../src/http/share/pictures/picture-cache';
import { PictureRenderer } from '../../../src/http/share/pictures/renderer';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>';

describe('PictureRenderer', () => {
  it('refuses more than may wait, and goes on behind', async () => {
    const renderer = new PictureRenderer(2);
    const begun = [renderer.render(SVG), renderer.render(SVG)];
    await expect(renderer.render(SVG)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await Promise.all(begun);
    expect((await renderer.render(SVG)).length).toBeGreaterThan(0);
    await renderer.stop();
  });
});

describe('PictureCache', () => {
  const picture = (length: number) => async () => new Uint8Array(length);

  it('makes a picture once for all who ask at one time', async () => {
    const cache = new PictureCache();
    let made = 0;
    const make = async () => {
      made += 1;
      return new Uint8Array(1);
    };
    await Promise.all([cache.get('a', make), cache.get('a', make)]);
    await cache.get('a', make);
    expect(made).toBe(1);
  });

  it('forgets what was used longest ago, and what failed', async () => {
    const cache = new PictureCache(10);
    await cache.get('a', picture(5));
    await cache.get('b', picture(5));
    await cache.get('a', picture(5));
    await cache.get('c', picture(5));
    let again = 0;
    const count = async () => {
      again += 1;
      return new Uint8Array(5);
    };
    await cache.get('a', count);
    await cache.get('b', count);
    expect(again).toBe(1);
    await expect(
      cache.get('d', async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await cache.get('d', picture(1))).toHaveLength(1);
  });
});
