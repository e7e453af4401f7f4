import { encodeNodeId } from '../../src/resolvers/node-id';
import { anOfficer, holds } from '../builders';
import { type GraphWorld, startGraphWorld } from '../resolvers/graph-world';
import { announced, competencyId, problemsOf, signedIn } from './own-world';

let world: GraphWorld;
beforeAll(async () => {
  world = await startGraphWorld();
});
afterAll(() => world.stop());

const HELP = `mutation ($input: HelpConfirmCompetenciesInput!) { helpConfirmCompetencies(input: $input) {
  isDone userErrors { code path } } }`;
interface Answer {
  isDone: boolean;
  userErrors: { code: string; path: string[] }[];
}
let attempts = 0;
const asking = (account: { id: string }, candidateId: string, items: object[]) => {
  attempts += 1;
  const input = {
    clientMutationId: `attempt ${attempts}`,
    candidateId: encodeNodeId('Candidate', candidateId),
    items,
  };
  return { audience: 'office' as const, accountId: account.id, variables: { input } };
};
const patroli = { competencyId: competencyId('patroli'), level: 'ADVANCED' };
const evidenceOf = (candidateId: string) =>
  world.seed((manager) =>
    manager.query(
      'SELECT competency_id, level, evidence FROM candidate_competencies WHERE candidate_id = $1 ORDER BY 1',
      [candidateId],
    ),
  );
const aFacilitator = (regionCode: string) =>
  world.seed((manager) => anOfficer(manager, { role: 'FACILITATOR', regionCode }));

describe('helpConfirmCompetencies', () => {
  it('marks what a facilitator saw, leaves stronger evidence, and is audited without a name', async () => {
    const helper = await aFacilitator('72.71.01');
    const { person } = await signedIn(world, {
      regionCode: '72.71.01.1004',
      competencies: [holds('patroli', 2), holds('cctv', 5, { evidence: 'CERTIFIED' })],
    });
    const cctv = { competencyId: competencyId('cctv'), level: 'BASIC' };
    const { helpConfirmCompetencies: answer } = await world.data<{
      helpConfirmCompetencies: Answer;
    }>(HELP, asking(helper, person.id, [patroli, cctv]));
    expect(answer).toEqual({ isDone: true, userErrors: [] });
    expect(await evidenceOf(person.id)).toEqual([
      { competency_id: 'cctv', level: 5, evidence: 'CERTIFIED' },
      { competency_id: 'patroli', level: 4, evidence: 'FACILITATOR_CONFIRMED' },
    ]);
    expect(await announced(world, person.id)).toEqual(['candidate.competency_confirmed']);
    const entries: { actor: string; subject_id: string }[] = await world.seed((manager) =>
      manager.query(
        "SELECT actor, subject_id FROM audit_entries WHERE action = 'competencies.confirmed'",
      ),
    );
    expect(entries).toHaveLength(1);
    expect(entries[0].actor).toBe(`account:${helper.id}`);
    expect(entries[0].subject_id).not.toContain(person.id);
  });

  it('finds nobody outside the own area, as if there were nobody', async () => {
    const helper = await aFacilitator('72.71.02');
    const { person } = await signedIn(world, { regionCode: '72.71.01' });
    const foreign = await world.ask(HELP, asking(helper, person.id, [patroli]));
    const missing = await world.ask(
      HELP,
      asking(helper, '00000000-0000-4000-8000-000000000000', [patroli]),
    );
    expect(foreign.errors?.[0]?.originalError).toMatchObject({ code: 'NOT_FOUND' });
    expect(foreign.errors?.[0]?.message).toBe(missing.errors?.[0]?.message);
    expect(await evidenceOf(person.id)).toEqual([]);
  });

  it('is for who helps, not for who looks', async () => {
    const { account, person } = await signedIn(world);
    const auditor = await world.seed((manager) => anOfficer(manager, { role: 'AUDITOR' }));
    for (const somebody of [account, auditor]) {
      const { errors } = await world.ask(HELP, asking(somebody, person.id, [patroli]));
      expect(errors?.[0]?.originalError).toMatchObject({ code: 'OFFICE_ONLY' });
    }
  });

  it('names the entry at fault', async () => {
    const helper = await aFacilitator('72');
    const { person } = await signedIn(world);
    const unknown = { competencyId: competencyId('tidak-ada') };
    const { helpConfirmCompetencies: answer } = await world.data<{
      helpConfirmCompetencies: Answer;
    }>(HELP, asking(helper, person.id, [patroli, unknown]));
    expect(problemsOf(answer)).toEqual([['UNKNOWN_REFERENCE', 'items.1.competencyId']]);
  });
});
