import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { codingFor, packedBody } from '../../../src/http/response-cache/content-coding';
import { toKept } from '../../../src/http/response-cache/kept-answer';
import { Shown } from '../../../src/services/portals/shown';

describe('codingFor', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['gzip, deflate, br', 'br'],
    ['GZIP;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', null],
    ['deflate', null],
  ])('takes of %j %j', (header, coding) => expect(codingFor(header, 5_000)).toBe(coding));

  it('leaves short bodies as they are', () => expect(codingFor('br', 100)).toBeNull());
});

it('packs a body once a coding', () => {
  const text = '{"data":1}'.repeat(500);
  const answer = toKept(text, { shown: new Shown(), tellsOfNothing: false, madeAtMs: 0 });
  expect(brotliDecompressSync(packedBody(answer, 'br')).toString()).toBe(text);
  expect(gunzipSync(packedBody(answer, 'gzip')).toString()).toBe(text);
  expect(packedBody(answer, 'br')).toBe(packedBody(answer, 'br'));
});
