import { appendAudit } from '../../src/audit/append-audit';
import type { Account, Candidate } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aCandidate, anOfficer } from '../builders';
import { type GraphWorld, startGraphWorld } from '../resolvers/graph-world';

const LOG = `query ($subjectId: ID, $accountId: ID, $action: String, $first: Int, $after: String) {
  auditLog(subjectId: $subjectId, accountId: $accountId, action: $action, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { actor action subjectType subjectId detail { name value } } } } }`;

let world: GraphWorld;
let auditor: Account;
let officer: Account;
let people: Candidate[];

beforeAll(async () => {
  world = await startGraphWorld();
  await world.seed(async (manager) => {
    auditor = await anOfficer(manager, { role: 'AUDITOR' });
    officer = await anOfficer(manager);
    people = [await aCandidate(manager), await aCandidate(manager)];
    for (const { id } of people) {
      await appendAudit(manager, {
        ...{ actor: `account:${officer.id}`, action: 'identity_number.revealed' },
        ...{ subjectType: 'candidate', subjectId: id, detail: { purpose: 'PERSON_ASKED' } },
      });
    }
    const [{ id }] = people;
    const own = { actor: `candidate:${id}`, subjectType: 'candidate', subjectId: id } as const;
    await appendAudit(manager, { ...own, action: 'candidate.exported' });
  });
});

afterAll(() => world.stop());

interface Log {
  auditLog: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: { node: { actor: string; action: string; subjectId: string } }[];
  };
}

const read = (variables: Record<string, unknown> = {}) =>
  world.data<Log>(LOG, { audience: 'office', accountId: auditor.id, variables });

describe('auditLog', () => {
  it('finds what was done to a person, without the person’s id', async () => {
    const [{ id }] = people;
    const { auditLog } = await read({ subjectId: encodeNodeId('Candidate', id) });
    expect(auditLog.edges.map(({ node }) => node.action)).toEqual([
      'candidate.exported',
      'identity_number.revealed',
    ]);
    expect(JSON.stringify(auditLog)).not.toContain(id);
  });

  it('finds what an officer did, page after page', async () => {
    const accountId = encodeNodeId('Account', officer.id);
    const first = (await read({ accountId, first: 1 })).auditLog;
    const after = first.pageInfo.endCursor;
    const second = (await read({ accountId, first: 1, after })).auditLog;
    expect([first.totalCount, first.pageInfo.hasNextPage]).toEqual([2, true]);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(second.edges[0].node).toMatchObject({
      actor: `account:${officer.id}`,
      detail: [{ name: 'purpose', value: 'PERSON_ASKED' }],
    });
  });

  it('finds an action', async () => {
    expect((await read({ action: 'candidate.exported' })).auditLog.totalCount).toBe(1);
  });

  it('is for auditors only', async () => {
    const refused = world.data(LOG, { audience: 'office', accountId: officer.id });
    await expect(refused).rejects.toMatchObject({ code: 'AUDITOR_ONLY' });
  });
});
