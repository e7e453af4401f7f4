import type { Account } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { anOfficer } from '../builders';
import { drawer, type SealedWorld, startSealedWorld } from '../services/receipts/sealed-world';

jest.setTimeout(60_000);

const PEOPLE = 24;

let sealed: SealedWorld;
let snapshotId: string;
let officer: Account;
let auditor: Account;
let elsewhere: Account;

beforeAll(async () => {
  sealed = await startSealedWorld(PEOPLE, drawer(3));
  snapshotId = encodeNodeId('RankingSnapshot', await sealed.seal());
  await sealed.world.seed(async (manager) => {
    officer = await anOfficer(manager);
    auditor = await anOfficer(manager, { role: 'AUDITOR', regionCode: '72' });
    elsewhere = await anOfficer(manager, { regionCode: '72.10' });
  });
});
afterAll(() => sealed.stop());

interface Place {
  rank: number;
  tiedWith: number;
  scoreBp: number;
  state: string;
  lines: { contributionBp: number }[] | null;
}
interface Replay {
  leaves: number;
  matching: number;
  saltDestroyed: number;
  differing: number;
  isRootMatching: boolean;
  isLogged: boolean;
  places: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: { node: Place }[];
  } | null;
}

const QUERY = `query ($id: ID!, $after: String) { replayRanking(snapshotId: $id) {
  root leaves matching saltDestroyed differing isRootMatching isLogged
  places(first: 7, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { rank tiedWith scoreBp verdict state leafHash lines { factor requirementId contributionBp } } } } } }`;

const asking = (account: Account, variables: Record<string, unknown> = {}) => ({
  audience: 'office' as const,
  accountId: account.id,
  variables: { id: snapshotId, ...variables },
});
async function replay(account: Account, variables: Record<string, unknown> = {}): Promise<Replay> {
  const data = await sealed.world.data<{ replayRanking: Replay }>(
    QUERY,
    asking(account, variables),
  );
  return data.replayRanking;
}
async function codeFor(account: Account, variables: Record<string, unknown> = {}) {
  const { errors } = await sealed.world.ask(QUERY, asking(account, variables));
  return (errors?.[0]?.originalError as { code?: string } | undefined)?.code;
}

describe('replayRanking', () => {
  it('shows the office of the area that every leaf is as it was, and no place', async () => {
    expect(await replay(officer)).toMatchObject({
      ...{ leaves: PEOPLE, matching: PEOPLE, saltDestroyed: 0, differing: 0 },
      ...{ isRootMatching: true, isLogged: true, places: null },
    });
  });

  it('is refused to whoever works at no office, and not found from another area', async () => {
    expect(await codeFor(sealed.owner)).toBe('OFFICE_ONLY');
    expect(await codeFor(elsewhere)).toBe('NOT_FOUND');
    const missing = encodeNodeId('RankingSnapshot', sealed.vacancy.id);
    expect(await codeFor(officer, { id: missing })).toBe('NOT_FOUND');
  });

  it('lets an auditor page every place exactly once, ranks complete, sums exact', async () => {
    const places: Place[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Replay['places'] = (await replay(auditor, { after })).places;
      if (page === null) throw new Error('an auditor sees places');
      expect(page.totalCount).toBe(PEOPLE);
      places.push(...page.edges.map(({ node }) => node));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(places).toHaveLength(PEOPLE);
    places.forEach(({ rank, tiedWith, scoreBp, state, lines }, index) => {
      expect(rank).toBe(1 + places.filter((other) => other.scoreBp > scoreBp).length);
      expect(tiedWith).toBe(places.filter((other) => other.scoreBp === scoreBp).length - 1);
      expect(rank).toBeLessThanOrEqual(index + 1);
      expect(state).toBe('MATCHING');
      expect(lines?.reduce((sum, line) => sum + line.contributionBp, 0)).toBe(scoreBp);
    });
  });

  it('keeps the place of somebody who is gone, without its lines', async () => {
    const [{ candidate }] = sealed.people;
    await sealed.world.seed((manager) =>
      manager.query('DELETE FROM candidates WHERE id = $1', [candidate.id]),
    );
    const found = await replay(auditor);
    expect(found).toMatchObject({ matching: PEOPLE - 1, saltDestroyed: 1, isRootMatching: true });
  });
});
