import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { toHex } from '../../../src/matching/core/bytes';
import type { CompiledVacancy } from '../../../src/matching/core/compile';
import { explain, type Match } from '../../../src/matching/core/explain';
import { inclusionPath } from '../../../src/matching/core/merkle';
import { packLines, unpackLines, widthOf } from '../../../src/matching/core/packed-lines';
import { rankCandidates } from '../../../src/matching/core/rank';
import { hashLogEntry, LOG_START, publicTreeSize } from '../../../src/matching/core/ranking-log';
import { RECEIPT_FORM, type Receipt } from '../../../src/matching/core/read-receipt';
import { checkReceipt } from '../../../src/matching/core/receipt';
import { recomputeContributions } from '../../../src/matching/core/recompute';
import { sha256 } from '../../../src/matching/core/sha256';
import { type SealedOrder, toFields } from '../../../src/matching/core/statement';
import { blind } from '../../../src/services/receipts/blind';
import { type Seal, sealOrder } from '../../../src/services/receipts/seal-order';
import { prepare } from '../../matching/core/setup';
import { stateMatch } from '../../matching/core/state-match';
import { readVerifier } from '../../matching/core/stranger';
import { type World, worlds } from '../../matching/core/worlds';

/** Put the printed seed here to replay. */
const seed = Date.now() % 1_000_000;
const RECEIPTS = 1_000;

interface Row {
  person: number;
  rank: number;
  tiedWith: number;
  match: Match;
}

interface Sealed {
  order: SealedOrder;
  rows: readonly Row[];
  secrets: ReadonlyMap<number, Uint8Array>;
  seal: Seal;
}

const rowsOf = (vacancy: CompiledVacancy, world: World): Row[] =>
  rankCandidates(vacancy, world.candidates, {
    first: Math.max(1, world.candidates.length),
  }).rows.map(({ item, rank, tiedWith }) => ({
    person: item.person,
    rank,
    tiedWith,
    match: explain(vacancy, item),
  }));

const sealRowsOf = (
  order: SealedOrder,
  rows: readonly Row[],
  secrets: ReadonlyMap<number, Uint8Array>,
): Promise<Seal> =>
  sealOrder(
    order,
    rows.map((row) => ({ ...row, ...row.match })),
    packLines(rows.map(({ match }) => match)),
    secrets,
  );

/** The same order again with the same secrets, so that only what is changed differs. */
async function sealAgain({ order, secrets }: Sealed, rows: readonly Row[]) {
  const changed = { ...order, eligible: rows.length };
  return { order: changed, rows, secrets, seal: await sealRowsOf(changed, rows, secrets) };
}

function receiptAt({ order, rows, secrets, seal }: Sealed, index: number): Receipt {
  const { person, rank, tiedWith, match } = rows[index];
  const width = widthOf(seal.frame);
  const kept = seal.lines.subarray(index * width, (index + 1) * width);
  const { salt, lines } = blind(secrets.get(person) ?? new Uint8Array(), order.snapshotId, kept);
  const entry = {
    ...{ sequence: 1, snapshotId: order.snapshotId, vacancyId: order.vacancyId },
    ...{ vacancyVersion: order.vacancyVersion, root: toHex(seal.root) },
    ...{ treeSize: publicTreeSize(order.eligible), algorithmVersion: order.algorithmVersion },
    ...{ taxonomyVersion: order.taxonomyVersion, sealedAt: '2026-11-21T01:00:00.000Z' },
  };
  const entryHash = toHex(hashLogEntry(sha256, new Uint8Array(32), entry));
  return {
    form: RECEIPT_FORM,
    leaf: toFields({
      ...order,
      rank,
      tiedWith,
      scoreBp: match.scoreBp,
      verdict: match.verdict,
      ...unpackLines(seal.frame, lines),
    }),
    salt: toHex(salt),
    leafIndex: index,
    path: inclusionPath(sha256, seal.leaves, index).map(toHex),
    log: { ...entry, previousHash: LOG_START, entryHash },
  };
}

/** Sealed orders of random worlds, with so many places together. */
async function sealWorlds(places: number, least = 1): Promise<Sealed[]> {
  const sealed: Sealed[] = [];
  let count = 0;
  for (let draw = 0; count < places; draw += 1) {
    const [world] = fc.sample(worlds(60), { seed: seed + draw, numRuns: 1 });
    for (const vacancy of prepare(world).vacancies) {
      const rows = rowsOf(vacancy, world);
      if (rows.length < least) continue;
      count += rows.length;
      sealed.push(await sealRows(rows));
    }
  }
  return sealed;
}

async function sealRows(rows: readonly Row[]): Promise<Sealed> {
  const order = {
    ...{ snapshotId: randomUUID(), vacancyId: randomUUID(), vacancyVersion: 3, dataAsOf: 42 },
    ...{ algorithmVersion: 'padan-1', taxonomyVersion: 1, eligible: rows.length },
  };
  const secrets = new Map(
    rows.map(({ person }) => [
      person,
      sha256(Uint8Array.of(seed & 255, person & 255, person >> 8)),
    ]),
  );
  return { order, rows, secrets, seal: await sealRowsOf(order, rows, secrets) };
}

const isValid = (receipt: Receipt, root: string | null = null) =>
  checkReceipt(sha256, JSON.parse(JSON.stringify(receipt)), root)?.isValid;

/** With the root that everybody else knows. */
const isValidFor = (sealed: Sealed, index: number, other: Sealed) =>
  isValid(receiptAt(sealed, index), toHex(other.seal.root));

describe('sealOrder', () => {
  it(`gives ${RECEIPTS} receipts that verify and sum to the score (seed ${seed})`, async () => {
    const holds = readVerifier();
    let verified = 0;
    for (const sealed of await sealWorlds(RECEIPTS)) {
      sealed.rows.forEach(({ match }, index) => {
        const receipt = receiptAt(sealed, index);
        expect(isValid(receipt, toHex(sealed.seal.root))).toBe(true);
        expect(holds(receipt, toHex(sealed.seal.root))).toBe(true);
        const earned = recomputeContributions(receipt.leaf[12]);
        expect(earned).toEqual(match.factors.map(({ contributionBp }) => contributionBp));
        verified += 1;
      });
    }
    expect(verified).toBeGreaterThanOrEqual(RECEIPTS);
  });

  it(`fails whoever is left out of the order (seed ${seed})`, async () => {
    for (const sealed of await sealWorlds(200, 2)) {
      const out = seed % sealed.rows.length;
      const shorter = await sealAgain(
        sealed,
        sealed.rows.filter((_, index) => index !== out),
      );
      expect(shorter.seal.root.equals(sealed.seal.root)).toBe(false);
      expect(isValidFor(sealed, out, shorter)).toBe(false);
    }
  });

  it(`fails two people who are swapped (seed ${seed})`, async () => {
    for (const sealed of await sealWorlds(200, 2)) {
      const [a, b] = [seed % sealed.rows.length, (seed + 1) % sealed.rows.length];
      const rows = [...sealed.rows];
      rows[a] = { ...sealed.rows[b], rank: sealed.rows[a].rank, tiedWith: sealed.rows[a].tiedWith };
      rows[b] = { ...sealed.rows[a], rank: sealed.rows[b].rank, tiedWith: sealed.rows[b].tiedWith };
      const swapped = await sealAgain(sealed, rows);
      expect(swapped.seal.root.equals(sealed.seal.root)).toBe(false);
      expect([a, b].map((index) => isValidFor(sealed, index, swapped))).toEqual([false, false]);
    }
  });

  it(`fails a person whose score is changed, even with a tree over it (seed ${seed})`, async () => {
    for (const sealed of await sealWorlds(200)) {
      const at = seed % sealed.rows.length;
      const rows = [...sealed.rows];
      const { match } = rows[at];
      rows[at] = { ...rows[at], match: { ...match, scoreBp: match.scoreBp ^ 1 } };
      const changed = await sealAgain(sealed, rows);
      expect(changed.seal.root.equals(sealed.seal.root)).toBe(false);
      expect(isValid(receiptAt(changed, at))).not.toBe(true);
    }
  });

  it('gives a person without a secret a leaf that nobody can open', async () => {
    const [sealed] = await sealWorlds(1);
    const none = await sealRowsOf(sealed.order, sealed.rows, new Map());
    expect(none.leaves).toHaveLength(sealed.seal.leaves.length);
    expect(none.leaves.equals(sealed.seal.leaves)).toBe(false);
    const again = await sealRowsOf(sealed.order, sealed.rows, new Map());
    expect(again.root.equals(none.root)).toBe(false);
  });

  it('seals an order of nobody', async () => {
    expect(toHex((await sealRows([])).seal.root)).toBe(toHex(sha256()));
  });
});

describe('blind', () => {
  it(`hides lines and gives them back with the same secret only (seed ${seed})`, () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 80 });
    const secret = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(fc.uuid({ version: 4 }), secret, bytes, (id, key, lines) => {
        const hidden = blind(key, id, lines);
        const shown = blind(key, id, hidden.lines);
        expect([...shown.lines]).toEqual([...lines]);
        expect(shown.salt).toEqual(hidden.salt);
        const other = Uint8Array.from(key, (byte) => byte ^ 1);
        expect(blind(other, id, hidden.lines).salt).not.toEqual(hidden.salt);
      }),
      { seed },
    );
  });
});

describe('packLines', () => {
  it(`loses nothing of a match (seed ${seed})`, async () => {
    for (const { order, rows } of await sealWorlds(100)) {
      const { frame, bytes } = packLines(rows.map(({ match }) => match));
      const width = widthOf(frame);
      rows.forEach((row, index) => {
        const { lines, checks } = stateMatch(order, row, row.match);
        const own = bytes.subarray(index * width, (index + 1) * width);
        expect(unpackLines(frame, own)).toEqual({ lines, checks });
      });
    }
  });
});
