import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Receipt } from '../../../src/matching/core/read-receipt';
import { checkReceipt } from '../../../src/matching/core/receipt';
import { sha256 } from '../../../src/matching/core/sha256';
import { readVerifier } from './stranger';

const EXAMPLE = path.join(__dirname, '../../../examples/receipt.json');

type Loose = { leaf: unknown[]; salt: string; leafIndex: number; path: string[] };

describe('the verifier in docs/MATCHING.md', () => {
  const holds = readVerifier();
  const text = readFileSync(EXAMPLE, 'utf8');
  const edited = (edit: (copy: Loose) => void) => {
    const copy = JSON.parse(text);
    edit(copy);
    return copy;
  };

  it('finds what the core finds of the example', () => {
    const receipt: Receipt = JSON.parse(text);
    expect(checkReceipt(sha256, receipt)?.isValid).toBe(true);
    expect(holds(receipt)).toBe(true);
    expect(holds(receipt, 'ab'.repeat(32))).toBe(false);
  });

  it.each<[string, (copy: Loose) => void]>([
    ['score', ({ leaf }) => leaf.splice(10, 1, 6_984)],
    ['rank', ({ leaf }) => leaf.splice(8, 1, 2)],
    ['verdict', ({ leaf }) => leaf.splice(11, 1, 'STRONG')],
    ['vacancy', ({ leaf }) => leaf.splice(2, 1, '00000000-0000-4000-8000-0000000000cc')],
    ['size', ({ leaf }) => leaf.splice(7, 1, 6)],
    ['path', ({ path: neighbours }) => neighbours.pop()],
    ['longer path', ({ path: neighbours }) => neighbours.push(neighbours[0])],
    ['salt', (copy) => Object.assign(copy, { salt: '00'.repeat(32) })],
    ['place', (copy) => Object.assign(copy, { leafIndex: 1 })],
  ])('fails, as the core does, with another %s', (_, edit) => {
    expect(holds(edited(edit))).toBe(false);
    expect(checkReceipt(sha256, edited(edit))?.isValid).toBe(false);
  });
});
