import { encodeNodeId } from '../../../src/resolvers/node-id';
import { aCandidate, aMembership, anAccount } from '../../builders';
import { type ObjectionWorld, startObjectionWorld } from './objection-world';

const CASE = `query ($id: ID!) { objectionCase(id: $id) { candidateId statement
  match { scoreBp verdict explanation eligibility { result reason } factors { contributionBp note } }
  sealedStanding { snapshotId rank tiedWith eligible scoreBp verdict } objection { id state } } }`;
const OWN_MATCH = `query ($id: ID!) { vacancy(id: $id) { myMatch {
  scoreBp verdict explanation eligibility { result reason } factors { contributionBp note } } } }`;

let world: ObjectionWorld;
beforeEach(async () => {
  world = await startObjectionWorld();
});
afterEach(() => world.stop());

interface Case {
  candidateId: string;
  statement: string;
  match: object | null;
  sealedStanding: { snapshotId: string; rank: number; eligible: number } | null;
}

const filed = async (who = world.seeker) => String((await world.file(who)).objection?.id);

async function open(id: string, accountId = world.officer.id): Promise<Case> {
  const asking = { audience: 'office' as const, accountId, variables: { id } };
  return (await world.data<{ objectionCase: Case }>(CASE, asking)).objectionCase;
}

async function ownMatch() {
  const id = encodeNodeId('Vacancy', world.vacancy.id);
  const asking = { audience: 'candidate' as const, accountId: world.seeker.account.id };
  const { vacancy } = await world.data<{ vacancy: { myMatch: object } }>(OWN_MATCH, {
    ...asking,
    variables: { id },
  });
  return vacancy.myMatch;
}

describe('objectionCase', () => {
  it('shows the match as the person sees it, and the words', async () => {
    await world.refresh();
    const opened = await open(await filed());
    expect(opened.match).toEqual(await ownMatch());
    expect(opened.statement).toBe('Pengalaman saya tidak dihitung.');
    expect(opened.candidateId).toBe(encodeNodeId('Candidate', world.seeker.candidate.id));
  });

  it('shows also why somebody is not eligible', async () => {
    const unable = await world.aSeeker({ competencies: [] });
    await world.refresh();
    const opened = await open(await filed(unable));
    expect(opened.match).toMatchObject({ verdict: 'NOT_ELIGIBLE' });
  });

  it('refers to the sealed order that the person’s receipt proves', async () => {
    const owner = await world.seed(async (manager) => {
      const { id: accountId } = await anAccount(manager);
      await aMembership(manager, { accountId, employerId: world.vacancy.employerId });
      return { accountId };
    });
    await world.refresh();
    const sealed = await world.services.matching.sealRanking(owner, world.vacancy.id);
    const { sealedStanding } = await open(await filed());
    expect(sealedStanding).toMatchObject({
      snapshotId: encodeNodeId('RankingSnapshot', String(sealed.value?.id)),
      ...{ rank: 1, tiedWith: 0, eligible: 1 },
    });
  });

  it('is noted in the person’s disclosures before it is told', async () => {
    await open(await filed());
    const { disclosures } = await world.data<{ disclosures: { edges: { node: object }[] } }>(
      '{ disclosures { edges { node { actorKind purpose fields } } } }',
      { audience: 'candidate', accountId: world.seeker.account.id },
    );
    expect(disclosures.edges).toEqual([
      {
        node: {
          ...{ actorKind: 'OFFICER', purpose: 'OBJECTION' },
          fields: ['objection', 'match', 'sealedPlace'],
        },
      },
    ]);
  });

  it('is found no more than a missing one in another area', async () => {
    const id = await filed(await world.aSeeker({ regionCode: '73.71.01' }));
    await expect(open(id)).rejects.toMatchObject({ code: 'NOT_FOUND', field: ['id'] });
  });
});

describe('an objection', () => {
  it('is audited at each step, under the pseudonym of the person', async () => {
    const id = await filed();
    await world.take(id);
    await world.decide(id);
    const [{ rows }] = await world.seed((manager) =>
      manager.query(
        `SELECT json_agg(json_build_array(action, actor LIKE 'account:%') ORDER BY id) AS rows,
           bool_or(subject_id = $1) AS named FROM audit_entries WHERE action LIKE 'objection.%'`,
        [world.seeker.candidate.id],
      ),
    );
    expect(rows).toEqual([
      ['objection.filed', false],
      ['objection.taken', true],
      ['objection.decided', true],
    ]);
  });

  it('is in the person’s file', async () => {
    await filed();
    const { exportMyData } = await world.data<{ exportMyData: { content: string } }>(
      `mutation { exportMyData(input: { clientMutationId: "k", format: JSON }) { content } }`,
      { audience: 'candidate', accountId: world.seeker.account.id },
    );
    expect(JSON.parse(exportMyData.content).tables.objections).toMatchObject([
      { state: 'FILED', reason: 'Pengalaman saya tidak dihitung.' },
    ]);
  });

  it('goes with the person; how many there were stays', async () => {
    const id = await filed();
    await world.take(id);
    await world.data(
      `mutation { eraseMe(input: { clientMutationId: "k", confirm: "HAPUS" }) { erasedAt } }`,
      { audience: 'candidate', accountId: world.seeker.account.id },
    );
    expect(await world.seed((manager) => manager.query('SELECT id FROM objections'))).toEqual([]);
    const { objectionCounts } = await world.data<{ objectionCounts: object[] }>(
      '{ objectionCounts { month state count } }',
      { audience: 'office', accountId: world.officer.id },
    );
    expect(objectionCounts).toEqual([
      { month: '2026-11-01', state: 'FILED', count: 1 },
      { month: '2026-11-01', state: 'IN_REVIEW', count: 1 },
    ]);
  });
});

describe('an officer', () => {
  it('opens and decides no objection of their own', async () => {
    const { officer } = world;
    const own = await world.seed((manager) => aCandidate(manager, { accountId: officer.id }));
    const id = await filed({ account: officer, candidate: own });
    for (const act of [open, world.take, world.decide]) {
      await expect(act(id)).rejects.toMatchObject({ code: 'OWN_MATTER' });
    }
  });

  it('decides none about an employer for which they act', async () => {
    const { id: accountId } = world.officer;
    const { employerId } = world.vacancy;
    await world.seed((manager) => aMembership(manager, { accountId, employerId, role: 'STAFF' }));
    await expect(world.take(await filed())).rejects.toMatchObject({ code: 'OWN_MATTER' });
  });
});
