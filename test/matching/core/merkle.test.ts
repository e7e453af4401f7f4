import fc from 'fast-check';
import { fromHex, toHex } from '../../../src/matching/core/bytes';
import {
  hashLeaf,
  inclusionPath,
  merkleRoot,
  rootFromPath,
} from '../../../src/matching/core/merkle';
import { sha256 } from '../../../src/matching/core/sha256';

/** Put the printed seed here to replay. */
const seed = Date.now() % 1_000_000;

const pack = (leaves: readonly Uint8Array[]) => Uint8Array.from(leaves.flatMap((l) => [...l]));

/** MTH of RFC 6962, 2.1, word for word. */
function headOf(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0];
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return sha256(Uint8Array.of(1), headOf(leaves.slice(0, split)), headOf(leaves.slice(split)));
}

/** PATH of RFC 6962, 2.1.1, word for word. */
function pathOf(index: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length <= 1) return [];
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return index < split
    ? [...pathOf(index, leaves.slice(0, split)), headOf(leaves.slice(split))]
    : [...pathOf(index - split, leaves.slice(split)), headOf(leaves.slice(0, split))];
}

const leafHashes = fc
  .array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { minLength: 1, maxLength: 70 })
  .map((leaves) => leaves.map((leaf) => hashLeaf(sha256, leaf)));

describe('merkleRoot', () => {
  // Source: test vectors of the reference implementation of RFC 6962 (certificate-transparency, merkletree).
  const inputs = [
    ...['', '00', '10', '2021', '3031', '40414243'],
    ...['5051525354555657', '606162636465666768696a6b6c6d6e6f'],
  ];
  it.each(
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ].map((root, at) => [at + 1, root] as const),
  )('of the first %i inputs is known', (size, root) => {
    const leaves = inputs
      .slice(0, size)
      .map((input) => hashLeaf(sha256, fromHex(input) ?? new Uint8Array()));
    expect(toHex(merkleRoot(sha256, pack(leaves)))).toBe(root);
  });

  it(`equals the definition (seed ${seed})`, () => {
    fc.assert(
      fc.property(leafHashes, (leaves) => {
        expect(toHex(merkleRoot(sha256, pack(leaves)))).toBe(toHex(headOf(leaves)));
      }),
      { seed },
    );
  });

  it('refuses leaves that are cut off', () => {
    expect(() => merkleRoot(sha256, new Uint8Array(31))).toThrow(RangeError);
  });
});

describe('inclusionPath', () => {
  it(`equals the definition and leads every leaf to the head (seed ${seed})`, () => {
    fc.assert(
      fc.property(leafHashes, (leaves) => {
        const packed = pack(leaves);
        const head = toHex(merkleRoot(sha256, packed));
        leaves.forEach((leaf, index) => {
          const path = inclusionPath(sha256, packed, index);
          expect(path.map(toHex)).toEqual(pathOf(index, leaves).map(toHex));
          const root = rootFromPath(sha256, leaf, { index, size: leaves.length }, path);
          expect(root && toHex(root)).toBe(head);
        });
      }),
      { seed, numRuns: 50 },
    );
  });

  it(`leads nobody there with another leaf, place or path (seed ${seed})`, () => {
    const cases = leafHashes.chain((leaves) =>
      fc.tuple(fc.constant(leaves), fc.nat(leaves.length - 1), fc.nat(leaves.length - 1)),
    );
    fc.assert(
      fc.property(cases, ([leaves, index, other]) => {
        const packed = pack(leaves);
        const size = leaves.length;
        const head = toHex(merkleRoot(sha256, packed));
        const leads = (leaf: Uint8Array, at: number, path: readonly Uint8Array[]) => {
          const root = rootFromPath(sha256, leaf, { index: at, size }, path);
          return root !== null && toHex(root) === head;
        };
        const path = inclusionPath(sha256, packed, index);
        expect(leads(hashLeaf(sha256, leaves[index]), index, path)).toBe(false);
        expect(leads(leaves[index], index, [...path, leaves[index]])).toBe(false);
        expect(leads(leaves[index], size, path)).toBe(false);
        if (other !== index) expect(leads(leaves[index], other, path)).toBe(false);
        if (path.length > 0) expect(leads(leaves[index], index, path.slice(1))).toBe(false);
      }),
      { seed },
    );
  });

  it('has nothing for a place outside', () => {
    expect(() => inclusionPath(sha256, new Uint8Array(64), 2)).toThrow(RangeError);
  });
});
