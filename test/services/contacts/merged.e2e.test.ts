import type { Account, Candidate } from '../../../src/entities';
import { encodeNodeId } from '../../../src/resolvers/node-id';
import { anOfficer } from '../../builders';
import {
  type ContactWorld,
  type Seeker,
  SHARE,
  startContactWorld,
} from '../../resolvers/contact-world';

const MERGE = `mutation ($input: MergeDuplicatesInput!) { mergeDuplicates(input: $input) {
  merge { id } userErrors { code } } }`;
const UNDO =
  'mutation ($input: UndoMergeInput!) { undoMerge(input: $input) { isUndone userErrors { code } } }';
const PAIRS = 12;

jest.setTimeout(60_000);

let world: ContactWorld;
let officer: Account;
let keys = 0;
beforeEach(async () => {
  world = await startContactWorld();
  officer = await world.seed((manager) => anOfficer(manager));
});
afterEach(() => world.stop());

const office = <T>(query: string, input: object) => {
  keys += 1;
  const variables = { input: { clientMutationId: `office ${keys}`, ...input } };
  return world.data<T>(query, { audience: 'office', accountId: officer.id, variables });
};
const idOf = ({ id }: Candidate) => encodeNodeId('Candidate', id);
const merge = async (keep: Seeker, drop: Seeker) => {
  type Merged = { mergeDuplicates: { merge: { id: string } | null } };
  const pair = { keepId: idOf(keep.candidate), dropId: idOf(drop.candidate) };
  const { mergeDuplicates } = await office<Merged>(MERGE, { ...pair, reason: 'Orang yang sama' });
  return mergeDuplicates.merge?.id;
};

interface Page {
  totalCount: number;
  edges: { node: { id: string; contact: { name: string } | null } }[];
}
const page = async () => {
  const variables = { vacancyId: encodeNodeId('Vacancy', world.vacancy.id) };
  const { vacancyApplications } = await world.data<{ vacancyApplications: Page }>(
    `query ($vacancyId: ID!) { vacancyApplications(vacancyId: $vacancyId) {
       totalCount edges { node { id contact { name } } } } }`,
    { accountId: world.owner.id, variables },
  );
  return vacancyApplications;
};

describe('an application that is sent while two records become one', () => {
  it('belongs to the record that stands for both, with what is shared', async () => {
    for (let each = 0; each < PAIRS; each += 1) {
      const [keep, drop] = [await world.aSeeker(), await world.aSeeker()];
      const vacancyId = encodeNodeId('Vacancy', world.vacancy.id);
      const sent = () => world.mutate('apply', drop.account, { vacancyId, share: SHARE });
      await Promise.all(each % 2 === 0 ? [sent(), merge(keep, drop)] : [merge(keep, drop), sent()]);
      const rows = await world.seed((manager) =>
        manager.query(
          `SELECT candidate_id AS id, 'contact' AS what FROM contacts WHERE candidate_id = ANY($1::uuid[])
           UNION ALL SELECT candidate_id, 'consent' FROM consents
             WHERE purpose = 'SHARE_WITH_EMPLOYER' AND withdrawn_at IS NULL AND candidate_id = ANY($1::uuid[])
           ORDER BY what DESC`,
          [[keep.candidate.id, drop.candidate.id]],
        ),
      );
      expect(rows).toEqual([
        { id: keep.candidate.id, what: 'contact' },
        { id: keep.candidate.id, what: 'consent' },
      ]);
    }
  });
});

describe('two records that are one person and had both applied', () => {
  it('are one application as long as the merge stands, and two again after it', async () => {
    const [keep, drop] = [await world.aSeeker(), await world.aSeeker()];
    const [kept, resting] = [await world.apply(keep), await world.apply(drop)];
    expect((await page()).totalCount).toBe(2);
    const mergeId = await merge(keep, drop);
    const { totalCount, edges } = await page();
    expect(totalCount).toBe(1);
    expect(edges.map(({ node }) => node.id)).toEqual([kept]);
    expect(edges[0].node.contact).not.toBeNull();
    const moved = world.mutate('moveApplication', world.owner, { id: resting, to: 'VIEWED' });
    await expect(moved).rejects.toMatchObject({ code: 'NOT_FOUND', field: ['id'] });
    await office(UNDO, { mergeId });
    const ids = (await page()).edges.map(({ node }) => node.id);
    expect(ids.sort()).toEqual([kept, resting].sort());
  });
});
