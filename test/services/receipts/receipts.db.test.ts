import type { EntityManager } from 'typeorm';
import { asActor } from '../../../src/database/as-actor';
import { RankingLogRow, RankingSeal, RankingSnapshot } from '../../../src/entities';
import type { Receipt } from '../../../src/matching/core/read-receipt';
import { checkReceipt } from '../../../src/matching/core/receipt';
import { sha256 } from '../../../src/matching/core/sha256';
import { replayRanking } from '../../../src/services/receipts/replay-ranking';
import { anAccount } from '../../builders';
import { drawer, type SealedWorld, startSealedWorld } from './sealed-world';

jest.setTimeout(120_000);

/** More than two subtrees, the last one not full. */
const PEOPLE = 530;
/** Put the printed seed here to replay. */
const seed = Date.now() % 1_000_000;

let sealed: SealedWorld;
let snapshotId: string;
const pick = drawer(seed);

beforeAll(async () => {
  sealed = await startSealedWorld(PEOPLE, pick);
  snapshotId = await sealed.seal();
});
afterAll(() => sealed.stop());

const isValid = (receipt: Receipt) => checkReceipt(sha256, receipt)?.isValid;
const failing = (receipt: Receipt) =>
  checkReceipt(sha256, receipt)
    ?.findings.filter(({ holds }) => holds === false)
    .map(({ check }) => check);
const snapshot = () =>
  sealed.world.seed((manager) => manager.findOneByOrFail(RankingSnapshot, { id: snapshotId }));
const replay = (id: string) =>
  replayRanking({ readAs: (actor, work) => asActor(sealed.world.dataSource, actor, work) })(id);
const numberOf = (leaf: Receipt['leaf']) => leaf[8];

describe('the receipts of a sealed order', () => {
  it(`verify without the service for everybody, each place once (seed ${seed})`, async () => {
    const { digest } = await snapshot();
    const places = new Set<number>();
    for (const { account } of sealed.people) {
      const receipt = JSON.parse(JSON.stringify(await sealed.receiptOf(account, null)));
      expect(checkReceipt(sha256, receipt, digest.toString('hex'))).toMatchObject({
        isValid: true,
      });
      places.add(receipt.leafIndex);
    }
    expect([...places].sort((a, b) => a - b)).toEqual(sealed.people.map((_, index) => index));
  });

  it('say the rank and score that the ranking shows', async () => {
    const pages = await sealed.world.services.matching.rankFrozen(
      { accountId: sealed.owner.id },
      [sealed.vacancy.id],
      { first: PEOPLE, after: null },
      snapshotId,
    );
    const shown = pages.get(sealed.vacancy.id)?.rows ?? [];
    expect(shown).toHaveLength(PEOPLE);
    for (const { account } of sealed.people.slice(0, 40)) {
      const { leaf, leafIndex } = await sealed.receiptOf(account, snapshotId);
      const [, , , , , , , , rank, tiedWith, scoreBp, verdict] = leaf;
      expect(shown[leafIndex].item).toMatchObject({ rank, tiedWith, scoreBp, verdict });
    }
  });

  it(`fail when a score, a fulfilment, a rank or the salt is another (seed ${seed})`, async () => {
    const receipt = await sealed.receiptOf(sealed.people[pick(PEOPLE)].account, snapshotId);
    const change = (edit: (copy: { -readonly [K in keyof Receipt]: never }) => void) => {
      const copy = JSON.parse(JSON.stringify(receipt));
      edit(copy);
      return failing(copy);
    };
    type Loose = { leaf: unknown[]; salt: string; leafIndex: number; log: { treeSize: number } };
    const loose = (edit: (copy: Loose) => void) => change(edit as never);
    expect(
      loose(({ leaf }) => {
        leaf[10] = Number(leaf[10]) + 1;
      }),
    ).toEqual(['SCORE', 'INCLUSION']);
    expect(
      loose(({ leaf, leafIndex }) => {
        // Behind the own place, wherever that is.
        leaf[8] = leafIndex + 2;
      }),
    ).toEqual(['PLACE', 'INCLUSION']);
    expect(
      loose(({ leaf }) => {
        leaf[11] = leaf[11] === 'STRONG' ? 'STRETCH' : 'STRONG';
      }),
    ).toEqual(['VERDICT', 'INCLUSION']);
    expect(
      loose((copy) => {
        copy.salt = 'ab'.repeat(32);
      }),
    ).toEqual(['INCLUSION']);
    expect(
      loose((copy) => {
        copy.log.treeSize += 1;
      }),
    ).toEqual(['LOG_ENTRY']);
    expect(
      loose((copy) => {
        copy.leafIndex = (copy.leafIndex + 300) % PEOPLE;
      }),
    ).toContain('INCLUSION');
  });

  it('are nobody else’s: another account and another order are not found alike', async () => {
    const stranger = await sealed.world.seed((manager) => anAccount(manager));
    const [{ account }] = sealed.people;
    const foreign = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
    for (const asked of [
      () => sealed.receiptOf(stranger, snapshotId),
      () => sealed.receiptOf(sealed.owner, snapshotId),
      () => sealed.receiptOf(account, foreign),
    ]) {
      await expect(asked()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('receipt_secrets', () => {
  const secretsSeenBy = (actor: Parameters<typeof asActor>[1]): Promise<{ id: string }[]> =>
    asActor(sealed.world.dataSource, actor, (manager) =>
      manager.query('SELECT candidate_id AS id FROM receipt_secrets'),
    );

  it('are seen by their own person only', async () => {
    const [{ candidate, account }] = sealed.people;
    expect(await secretsSeenBy(`candidate:${candidate.id}`)).toEqual([{ id: candidate.id }]);
    expect(await secretsSeenBy(`account:${account.id}`)).toEqual([]);
    expect(await secretsSeenBy(`account:${sealed.owner.id}`)).toEqual([]);
    expect(await secretsSeenBy('public')).toEqual([]);
  });
});

describe('replayRanking', () => {
  it('recomputes every leaf of an untouched order', async () => {
    expect(await replay(snapshotId)).toMatchObject({
      leaves: PEOPLE,
      matching: PEOPLE,
      saltDestroyed: 0,
      differing: 0,
      isRootMatching: true,
      isLogged: true,
    });
  });

  it('tells a changed leaf, swapped lines and a changed root', async () => {
    const undo = new Error('undo');
    const tampered = async (sql: string) => {
      let found: unknown;
      await sealed.world
        .seed(async (manager) => {
          await manager.query(sql.replaceAll('$ID', `'${snapshotId}'`));
          found = await replayWithin(manager);
          throw undo;
        })
        .catch((error: unknown) => {
          if (error !== undo) throw error;
        });
      return found;
    };
    const replayWithin = (manager: EntityManager) =>
      replayRanking({ readAs: (_, work) => work(manager) })(snapshotId);
    // Nobody may change a seal: as a new one instead of the old.
    const replace = (leaves: string, lines: string) => `
      WITH old AS (DELETE FROM ranking_seals WHERE snapshot_id = $ID RETURNING *)
      INSERT INTO ranking_seals SELECT snapshot_id, frame, ${leaves}, subtrees, ${lines} FROM old`;
    expect(
      await tampered(replace('set_byte(leaves, 0, get_byte(leaves, 0) # 1)', 'lines')),
    ).toMatchObject({
      differing: 1,
      isRootMatching: false,
    });
    expect(
      await tampered(replace('leaves', 'set_byte(lines, 1, get_byte(lines, 1) # 1)')),
    ).toMatchObject({
      differing: 1,
      matching: PEOPLE - 1,
      isRootMatching: true,
    });
  });

  it('finds nothing for an order that is not sealed', async () => {
    expect(await replay(sealed.vacancy.id)).toBeNull();
  });
});

describe('an erasure', () => {
  it('closes the leaves of the person and no other', async () => {
    const before = await sealed.world.seed((manager) =>
      manager.findOneByOrFail(RankingSeal, { snapshotId }),
    );
    const [first, second, ...others] = sealed.people;
    const [own, kept] = [
      await sealed.receiptOf(first.account, snapshotId),
      await sealed.receiptOf(second.account, snapshotId),
    ];
    expect([own, kept].map(isValid)).toEqual([true, true]);
    await sealed.world.seed(async (manager) => {
      await manager.query('DELETE FROM candidates WHERE id = $1', [first.candidate.id]);
      await manager.query("UPDATE candidates SET status = 'ERASED' WHERE id = $1", [
        second.candidate.id,
      ]);
    });
    const secrets: unknown[] = await sealed.world.seed((manager) =>
      manager.query('SELECT FROM receipt_secrets WHERE candidate_id = ANY($1)', [
        [first.candidate.id, second.candidate.id],
      ]),
    );
    expect(secrets).toEqual([]);
    const after = await sealed.world.seed((manager) =>
      manager.findOneByOrFail(RankingSeal, { snapshotId }),
    );
    expect(after.leaves.equals(before.leaves)).toBe(true);
    for (const gone of [first, second]) {
      await expect(sealed.receiptOf(gone.account, snapshotId)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    for (const { account } of others.slice(0, 60)) {
      expect(isValid(await sealed.receiptOf(account, snapshotId))).toBe(true);
    }
    expect(await replay(snapshotId)).toMatchObject({
      matching: PEOPLE - 2,
      saltDestroyed: 2,
      differing: 0,
      isRootMatching: true,
    });
  });
});

describe('the ranking log', () => {
  it('is only added to', async () => {
    const change = sealed.world.seed((manager) =>
      manager.query('UPDATE ranking_log SET tree_size = 7'),
    );
    await expect(change).rejects.toThrow('permission denied');
    const removal = sealed.world.seed((manager) => manager.query('DELETE FROM ranking_log'));
    await expect(removal).rejects.toThrow('permission denied');
  });

  it('has no gap and names every sealed order, also those sealed at once', async () => {
    await sealed.world.refresh();
    await Promise.all([sealed.seal(), sealed.seal(), sealed.seal()]);
    const rows = await sealed.world.seed((manager) =>
      manager.find(RankingLogRow, { order: { sequence: 'ASC' } }),
    );
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1));
    rows.slice(1).forEach((row, index) => {
      expect(row.previousHash.equals(rows[index].entryHash)).toBe(true);
    });
    const snapshots = await sealed.world.seed((manager) =>
      manager.findBy(RankingSnapshot, { isSealed: true }),
    );
    expect(rows.map(({ root }) => root.toString('hex')).sort()).toEqual(
      snapshots.map(({ digest }) => digest.toString('hex')).sort(),
    );
    expect(numberOf((await sealed.receiptOf(sealed.people[5].account, null)).leaf)).toBeGreaterThan(
      0,
    );
  });
});
