import { CandidateCompetency } from '../../src/entities';
import { holds } from '../builders';
import { type GraphWorld, startGraphWorld } from '../resolvers/graph-world';
import { announced, as, competencyId, problemsOf, signedIn } from './own-world';

let world: GraphWorld;
beforeAll(async () => {
  world = await startGraphWorld();
});
afterAll(() => world.stop());

const CONFIRM = `mutation ($input: ConfirmCompetenciesInput!) { confirmCompetencies(input: $input) {
  me { version competencies { competency { id } level evidence yearsUsed lastUsed } }
  userErrors { code path message(lang: EN) } } }`;
const REMOVE = `mutation ($input: RemoveCompetenciesInput!) { removeCompetencies(input: $input) {
  me { version competencies { competency { id } } } userErrors { code path } } }`;

interface Held {
  competency: { id: string };
  level: string;
  evidence: string;
  yearsUsed: number | null;
}
interface Answer {
  me: { version: number; competencies: Held[] } | null;
  userErrors: { code: string; path: string[] }[];
}

let attempts = 0;
const key = () => {
  attempts += 1;
  return `attempt ${attempts}`;
};
const item = (competency: string, values: object = {}) => ({
  competencyId: competencyId(competency),
  ...values,
});
const confirm = async (account: { id: string }, items: object[], clientMutationId = key()) =>
  (
    await world.data<{ confirmCompetencies: Answer }>(
      CONFIRM,
      as(account, { input: { clientMutationId, items } }),
    )
  ).confirmCompetencies;

describe('confirmCompetencies', () => {
  it('adds what the person says, as their own word, and announces it', async () => {
    const { account, person } = await signedIn(world);
    const { me, userErrors } = await confirm(account, [
      item('patroli', { level: 'ADVANCED', yearsUsed: 4, lastUsed: '2026-10-01' }),
      item('cctv'),
    ]);
    expect(userErrors).toEqual([]);
    expect(me).toMatchObject({
      version: 2,
      competencies: [
        {
          competency: { id: competencyId('cctv') },
          level: 'INDEPENDENT',
          evidence: 'SELF_DECLARED',
        },
        { competency: { id: competencyId('patroli') }, level: 'ADVANCED', yearsUsed: 4 },
      ],
    });
    expect(await announced(world, person.id)).toEqual(['candidate.competency_confirmed']);
  });

  it('leaves level and evidence of what somebody else confirmed', async () => {
    const { account } = await signedIn(world, {
      competencies: [holds('patroli', 4, { evidence: 'TESTED' }), holds('cctv', 2)],
    });
    const { me } = await confirm(account, [
      item('patroli', { level: 'EXPERT', yearsUsed: 3 }),
      item('cctv', { level: 'ADVANCED' }),
    ]);
    expect(me?.competencies).toMatchObject([
      { level: 'ADVANCED', evidence: 'SELF_DECLARED' },
      { level: 'ADVANCED', evidence: 'TESTED', yearsUsed: 3 },
    ]);
  });

  it('does the same once, however often it is sent', async () => {
    const { account, person } = await signedIn(world);
    const first = await confirm(account, [item('patroli')], 'twice');
    expect(await confirm(account, [item('patroli')], 'twice')).toEqual(first);
    expect(await announced(world, person.id)).toHaveLength(1);
    const { errors } = await world.ask(
      CONFIRM,
      as(account, { input: { clientMutationId: 'twice', items: [item('cctv')] } }),
    );
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  });

  it('names the entry at fault and changes nothing', async () => {
    const { account, person } = await signedIn(world);
    const refused = await confirm(account, [
      item('patroli'),
      item('tidak-ada'),
      item('patroli'),
      item('cctv', { lastUsed: '2027-01-01' }),
    ]);
    expect(refused.me).toBeNull();
    expect(problemsOf(refused)).toEqual([
      ['UNKNOWN_REFERENCE', 'items.1.competencyId'],
      ['DUPLICATE_ENTRY', 'items.2.competencyId'],
      ['DATE_INVALID', 'items.3.lastUsed'],
    ]);
    expect(await announced(world, person.id)).toEqual([]);
  });

  it('ends at 200 competencies', async () => {
    const { account, person } = await signedIn(world);
    const all: { id: string }[] = await world.seed((manager) =>
      manager.query(
        `INSERT INTO candidate_competencies (candidate_id, competency_id, level)
         SELECT $1, id, 2 FROM competencies WHERE status = 'ACTIVE' AND id NOT IN ('patroli', 'cctv') ORDER BY id LIMIT 199
         RETURNING competency_id AS id`,
        [person.id],
      ),
    );
    expect(all).toHaveLength(199);
    expect(problemsOf(await confirm(account, [item('patroli'), item('cctv')]))).toEqual([
      ['LIMIT_REACHED', 'items'],
    ]);
    expect((await confirm(account, [item('patroli')])).me?.competencies).toHaveLength(200);
  });

  it('is refused to an account that is nobody’s', async () => {
    const { account } = await signedIn(world, { status: 'ERASED' });
    const input = { clientMutationId: key(), items: [item('patroli')] };
    const { errors } = await world.ask(CONFIRM, as(account, { input }));
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'CANDIDATE_ONLY' });
  });
});

describe('removeCompetencies', () => {
  it('takes out what is held, of the own profile alone', async () => {
    const { account, person } = await signedIn(world, {
      competencies: [holds('patroli'), holds('cctv')],
    });
    const other = await signedIn(world, { competencies: [holds('patroli')] });
    const input = {
      clientMutationId: key(),
      competencyIds: [competencyId('patroli'), competencyId('las-smaw')],
    };
    const { removeCompetencies } = await world.data<{ removeCompetencies: Answer }>(
      REMOVE,
      as(account, { input }),
    );
    expect(removeCompetencies.me?.competencies).toMatchObject([
      { competency: { id: competencyId('cctv') } },
    ]);
    expect(await announced(world, person.id)).toEqual(['candidate.updated']);
    const kept = await world.seed((manager) =>
      manager.countBy(CandidateCompetency, { candidateId: other.person.id }),
    );
    expect(kept).toBe(1);
  });
});
