import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { asciiBytes, fromHex, toHex } from '../../../src/matching/core/bytes';
import { sha256 } from '../../../src/matching/core/sha256';

/** Put the printed seed here to replay. */
const seed = Date.now() % 1_000_000;

describe('sha256', () => {
  // Source: NIST, examples of FIPS 180-4 (SHA256.pdf) and its long message.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('gives the published value of "%.10s…"', (text, expected) => {
    expect(toHex(sha256(asciiBytes(text)))).toBe(expected);
  });

  it(`equals the platform's on random parts (seed ${seed})`, () => {
    const parts = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 4 });
    fc.assert(
      fc.property(parts, (all) => {
        const hash = createHash('sha256');
        for (const part of all) hash.update(part);
        expect(toHex(sha256(...all))).toBe(hash.digest('hex'));
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('equals the platform at every length around a block', () => {
    for (let length = 0; length < 200; length += 1) {
      const bytes = new Uint8Array(length).fill(length);
      expect(toHex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });
});

describe('hexadecimal and ASCII', () => {
  it(`come back as they were (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromHex(toHex(bytes))).toEqual(bytes);
      }),
      { seed },
    );
  });

  it('refuse what they cannot hold', () => {
    expect([fromHex('0'), fromHex('0G'), fromHex('AB')]).toEqual([null, null, null]);
    expect(() => asciiBytes('é')).toThrow(RangeError);
  });
});
