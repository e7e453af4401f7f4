import { cardPath, pagePath, readTarget, sizeWithin } from '../../src/http/feeds/oembed';
import { toXmlText } from '../../src/http/feeds/xml-text';
import { cardFrame } from '../../src/http/pages/vacancy/card-frame';
import { HOSTILE_LINKS, HOSTILE_TEXTS } from './xss-corpus';

const ORIGIN = 'https://padan.example';

describe('readTarget', () => {
  it.each([
    ['/lowongan/kasir-1', '/lowongan/kasir-1/kartu'],
    ['/lowongan/kasir-1?lang=en&utm_source=x', '/lowongan/kasir-1/kartu?lang=en'],
    ['/lowongan/kasir-1/kartu', '/lowongan/kasir-1/kartu'],
    ['/lowongan?q=las&wilayah=72.71', '/lowongan/kartu?q=las&wilayah=72.71'],
    ['/lowongan/?q=las', '/lowongan/kartu?q=las'],
    ['/bagikan/kasir-1?lang=en', '/lowongan/kasir-1/kartu?lang=en'],
    ['/lowongan/kasir-1?portal=5da287214c', '/lowongan/kasir-1/kartu?portal=5da287214c'],
    [
      '/lowongan/kasir-1?portal=5da287214c&lang=en',
      '/lowongan/kasir-1/kartu?lang=en&portal=5da287214c',
    ],
    ['/bagikan/kasir-1?portal=5da287214c', '/lowongan/kasir-1/kartu?portal=5da287214c'],
    ['/lowongan?q=las&portal=5da287214c', '/lowongan/kartu?q=las&portal=5da287214c'],
    ['/lowongan?portal=5da287214c', '/lowongan/kartu?portal=5da287214c'],
    ['/lowongan/kasir-1?portal=5DA287214C', '/lowongan/kasir-1/kartu'],
    ['/lowongan/kasir-1?portal=%22%3E%3Cscript', '/lowongan/kasir-1/kartu'],
    ['/lowongan?q=las&portal=x&utm_source=y', '/lowongan/kartu?q=las'],
    ['/lowongan?q=las&sesudah=zzz', '/lowongan/kartu?q=las'],
  ])('shows %s as %s', (path, card) => {
    const target = readTarget(`${ORIGIN}${path}`, ORIGIN);
    if (target === null || target.kind === 'code') throw new Error('a page is shown');
    expect(cardPath(target)).toBe(card);
    expect(pagePath(target)).toBe(card.replace('/kartu', ''));
  });

  it('reads the code of a short link', () => {
    const address = `${ORIGIN}/l/7K2M9QXD40?lang=en&portal=5da287214c`;
    const expected = { kind: 'code', lang: 'en', portal: '5da287214c', code: '7K2M9QXD40' };
    expect(readTarget(address, ORIGIN)).toEqual(expected);
  });

  it.each([
    ...['/', '/saya', '/lowongan/a/b', '/lowongan/%3Cscript%3E', '/lowongan/a"b'].map(
      (path) => `${ORIGIN}${path}`,
    ),
    ...['http://padan.example/lowongan/kasir-1', 'https://x@padan.example/lowongan/kasir-1'],
    ...HOSTILE_LINKS,
    '',
  ])('knows nothing of %j', (address) => {
    expect(readTarget(address, ORIGIN)).toBeNull();
  });
});

describe('sizeWithin', () => {
  it.each([
    [{}, { width: 480, height: 320 }],
    [{ maxwidth: '300' }, { width: 300, height: 320 }],
    [
      { maxwidth: '9999', maxheight: '100' },
      { width: 480, height: 100 },
    ],
    [
      { maxwidth: '-1', maxheight: 'x' },
      { width: 480, height: 320 },
    ],
    [
      { maxwidth: '0', maxheight: ['1'] },
      { width: 480, height: 320 },
    ],
  ])('gives a card within %j the size %j', (asked, size) => {
    expect(sizeWithin({ width: 480, height: 320 }, asked)).toEqual(size);
  });
});

describe('cardFrame', () => {
  it.each(HOSTILE_TEXTS)('is one element with the title %j', (title) => {
    const frame = cardFrame({ url: `${ORIGIN}/lowongan/kasir-1/kartu`, title });
    expect(frame.match(/[<>]/g)).toHaveLength(4);
    expect(frame.match(/ title="[^"]*" width=/)).not.toBeNull();
  });
});

describe('toXmlText', () => {
  it('leaves out what no XML document may hold', () => {
    expect(toXmlText('a\u0000\u000b\ufffe\ud800b\t\n😀')).toBe('ab\t\n😀');
  });
});
