import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifyFile } from '../../src/cli/verify-receipt';
import { asciiBytes, fromHex, toHex } from '../../src/matching/core/bytes';
import { sha256 } from '../../src/matching/core/sha256';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aCandidate, anAccount, aVacancy, holds, must } from '../builders';
import { drawer, type SealedWorld, startSealedWorld } from '../services/receipts/sealed-world';

jest.setTimeout(60_000);

let sealed: SealedWorld;
let folder: string;
let snapshot: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'padan-receipt-'));
  sealed = await startSealedWorld(30, drawer(7));
  snapshot = encodeNodeId('RankingSnapshot', await sealed.seal());
});
afterAll(async () => {
  await sealed.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Receipt {
  rank: number;
  scoreBp: number;
  treeSize: number;
  leaf: string;
  salt: string;
  path: string[];
  file: string;
  logEntry: { root: string; entryHash: string; sequence: number };
}
const FIELDS = `rank scoreBp treeSize leaf salt path file logEntry { root entryHash sequence }`;
const RECEIPT = `query ($id: ID!, $snapshot: ID) { receipt(vacancyId: $id, snapshot: $snapshot) { ${FIELDS} } }`;
const LOG = `query ($after: String, $id: ID) { rankingLog(first: 2, after: $after, vacancyId: $id) { totalCount
  pageInfo { hasNextPage endCursor }
  edges { node { sequence snapshotId root treeSize sealedAt entry previousHash entryHash } } } }`;

const vacancyId = () => encodeNodeId('Vacancy', sealed.vacancy.id);
const as = (accountId: string, variables: Record<string, unknown> = {}) => ({
  audience: 'candidate' as const,
  accountId,
  variables: { id: vacancyId(), ...variables },
});
const codeOf = async (asking: ReturnType<typeof as>) => {
  const { errors } = await sealed.world.ask(RECEIPT, asking);
  return (errors?.[0]?.originalError as { code?: string } | undefined)?.code;
};

function verify(text: string, root: string | null = null) {
  const file = path.join(folder, 'receipt.json');
  writeFileSync(file, text);
  const lines: string[] = [];
  return { code: verifyFile(file, root, (line) => lines.push(line)), said: lines.join('\n') };
}

describe('receipt', () => {
  it('gives the person a file that verifies against the root in the public log', async () => {
    const [{ account }] = sealed.people;
    const { receipt } = await sealed.world.data<{ receipt: Receipt }>(RECEIPT, as(account.id));
    const { rankingLog } = await sealed.world.data<{
      rankingLog: { edges: { node: { root: string; snapshotId: string } }[] };
    }>(LOG);
    const [{ node }] = rankingLog.edges;
    expect(node.snapshotId).toBe(snapshot);
    expect(receipt.treeSize).toBe(30);
    const { code, said } = verify(receipt.file, node.root);
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('The receipt holds') });
    const leafHash = sha256(
      Uint8Array.of(0),
      fromHex(receipt.salt) ?? new Uint8Array(),
      asciiBytes(receipt.leaf),
    );
    expect(leafHash).toHaveLength(32);
  });

  it('fails with another root, and says what fails', async () => {
    const [{ account }] = sealed.people;
    const { receipt } = await sealed.world.data<{ receipt: Receipt }>(RECEIPT, as(account.id));
    expect(verify(receipt.file, 'ab'.repeat(32))).toEqual({
      code: 1,
      said: expect.stringContaining('FAILS  the root is the one given with --root'),
    });
    const changed = receipt.file.replace(`,${receipt.scoreBp},`, `,${receipt.scoreBp + 1},`);
    expect(verify(changed)).toEqual({
      code: 1,
      said: expect.stringMatching(/FAILS {2}the score.*FAILS {2}leaf, salt and path/s),
    });
  });

  it.each([
    ['not JSON', '{'],
    ['no receipt of a known form', '{}'],
    ['no receipt of a known form', 'null'],
  ])('is told from a file that is %s', (reason, text) => {
    expect(verify(text)).toEqual({ code: 2, said: expect.stringContaining(reason) });
  });

  it('is for the person alone; what is missing and what is another’s are not found alike', async () => {
    const { stranger, other } = await sealed.world.seed(async (manager) => ({
      stranger: await anAccount(manager),
      other: await aVacancy(manager),
    }));
    const [{ account }] = sealed.people;
    const otherId = encodeNodeId('Vacancy', other.id);
    expect(await codeOf(as(stranger.id))).toBe('NOT_FOUND');
    expect(await codeOf(as(sealed.owner.id))).toBe('NOT_FOUND');
    expect(await codeOf(as(account.id, { id: otherId }))).toBe('NOT_FOUND');
    expect(await codeOf(as(account.id, { id: otherId, snapshot }))).toBe('NOT_FOUND');
    expect(await codeOf({ ...as(account.id), accountId: '' })).toBe('UNAUTHENTICATED');
    expect(await codeOf(as(account.id, { snapshot: '' }))).toBe('BAD_USER_INPUT');
  });
});

describe('myMatch', () => {
  const QUERY = `query ($id: ID!) { vacancy(id: $id) { myMatch { scoreBp verdict
    factors { contributionBp } receipt { ${FIELDS} } } } }`;
  type Data = {
    vacancy: {
      myMatch: { scoreBp: number; factors: { contributionBp: number }[]; receipt: Receipt } | null;
    };
  };

  it('shows the person the score that the employer sees, with the receipt', async () => {
    for (const { account } of sealed.people.slice(0, 5)) {
      const { vacancy } = await sealed.world.data<Data>(QUERY, as(account.id));
      const { scoreBp, factors, receipt } = vacancy.myMatch ?? {};
      expect(factors?.reduce((sum, { contributionBp }) => sum + contributionBp, 0)).toBe(scoreBp);
      expect(receipt?.scoreBp).toBe(scoreBp);
    }
  });

  it('has no receipt for somebody who came later, and nothing for an account that is nobody’s', async () => {
    const { late, nobody } = await sealed.world.seed(async (manager) => {
      const own = await anAccount(manager);
      await aCandidate(manager, { accountId: own.id, competencies: [holds('patroli')] });
      return { late: own, nobody: await anAccount(manager) };
    });
    const { vacancy } = await sealed.world.data<Data>(QUERY, as(late.id));
    expect(vacancy.myMatch).toMatchObject({ scoreBp: expect.any(Number), receipt: null });
    expect((await sealed.world.data<Data>(QUERY, as(nobody.id))).vacancy.myMatch).toBeNull();
  });
});

describe('rankingLog', () => {
  interface Entry {
    sequence: number;
    treeSize: number | null;
    entry: string;
    previousHash: string;
    entryHash: string;
  }
  type Data = {
    rankingLog: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      edges: { node: Entry }[];
    };
  };
  async function readAll(variables: Record<string, unknown> = {}): Promise<Entry[]> {
    const entries: Entry[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Data = await sealed.world.data(LOG, { variables: { ...variables, after } });
      entries.push(...page.rankingLog.edges.map((edge) => edge.node));
      if (!page.rankingLog.pageInfo.hasNextPage) return entries;
      after = page.rankingLog.pageInfo.endCursor;
    }
  }

  it('takes no empty id for none', async () => {
    const { errors } = await sealed.world.ask(LOG, { variables: { id: '' } });
    expect(errors?.[0]?.originalError).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: ['vacancyId'],
    });
  });

  it('is one chain of hashes that anybody recomputes, and hides trees of fewer than five', async () => {
    const small = await sealed.world.seed((manager) =>
      aVacancy(manager, {
        employerId: sealed.vacancy.employerId,
        requirements: [must('las-pagar')],
      }),
    );
    await sealed.world.refresh();
    const viewer = { accountId: sealed.owner.id };
    await sealed.world.services.matching.sealRanking(viewer, small.id);
    await sealed.seal();
    const entries = await readAll();
    expect(entries.length).toBeGreaterThanOrEqual(3);
    entries.forEach(({ sequence, entry, previousHash, entryHash }, index) => {
      expect(sequence).toBe(index + 1);
      expect(previousHash).toBe(entries[index - 1]?.entryHash ?? '0'.repeat(64));
      const before = fromHex(previousHash) ?? new Uint8Array();
      expect(toHex(sha256(Uint8Array.of(2), before, asciiBytes(entry)))).toBe(entryHash);
    });
    const ofSmall = await readAll({ id: encodeNodeId('Vacancy', small.id) });
    expect(ofSmall).toMatchObject([{ treeSize: null }]);
  });
});
