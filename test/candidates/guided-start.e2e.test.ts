import { holds } from '../builders';
import { type GraphWorld, startGraphWorld } from '../resolvers/graph-world';
import { as, competencyId, occupationId, signedIn } from './own-world';

let world: GraphWorld;
beforeAll(async () => {
  world = await startGraphWorld();
});
afterAll(() => world.stop());

const START = `query ($text: String, $occupationId: ID) { guidedStart(text: $text, occupationId: $occupationId) {
  understood { matchedText confidenceBp concept { id } }
  occupations { occupation { id } tickBoxes { competency { id } necessity typicalLevel heldLevel heldEvidence } } } }`;

interface TickBox {
  competency: { id: string };
  necessity: string;
  heldLevel: string | null;
  heldEvidence: string | null;
}
interface Started {
  understood: { matchedText: string; concept: { id: string } }[];
  occupations: { occupation: { id: string }; tickBoxes: TickBox[] }[];
}
const start = async (account: { id: string }, asked: object) =>
  (await world.data<{ guidedStart: Started }>(START, as(account, asked as never))).guidedStart;

describe('guidedStart', () => {
  it('unfolds an everyday title into boxes to tick, what is needed most first', async () => {
    const { account } = await signedIn(world, {
      competencies: [holds('patroli', 4, { evidence: 'TESTED' })],
    });
    const { understood, occupations } = await start(account, { text: 'pernah jadi satpam' });
    expect(understood[0]).toMatchObject({ matchedText: 'satpam' });
    const [guard] = occupations;
    expect(guard.occupation.id).toBe(occupationId('satpam-security'));
    const necessities = guard.tickBoxes.map(({ necessity }) => necessity);
    expect(necessities).toEqual([...necessities].sort());
    const held = guard.tickBoxes.filter(({ heldLevel }) => heldLevel !== null);
    expect(held).toMatchObject([
      {
        competency: { id: competencyId('patroli') },
        heldLevel: 'ADVANCED',
        heldEvidence: 'TESTED',
      },
    ]);
  });

  it('takes an occupation that was chosen, also of an account that is nobody’s yet', async () => {
    const { account } = await signedIn(world, { status: 'ERASED' });
    const { understood, occupations } = await start(account, {
      occupationId: occupationId('tukang-las'),
    });
    expect(understood).toEqual([]);
    expect(occupations[0].tickBoxes.length).toBeGreaterThan(0);
    for (const { heldLevel } of occupations[0].tickBoxes) expect(heldLevel).toBeNull();
  });

  it('offers nothing for words that name no work', async () => {
    const { account } = await signedIn(world);
    expect((await start(account, { text: 'xyzzy' })).occupations).toEqual([]);
  });

  it('asks for exactly one of both', async () => {
    const { account } = await signedIn(world);
    for (const asked of [
      {},
      { text: ' ' },
      { text: 'satpam', occupationId: occupationId('tukang-las') },
    ]) {
      const { errors } = await world.ask(START, as(account, asked));
      expect(errors?.[0]?.originalError).toMatchObject({ code: 'BAD_USER_INPUT', field: ['text'] });
    }
  });
});

describe('suggestFromText', () => {
  const SUGGEST = `query ($text: String!) { suggestFromText(text: $text) {
    education experienceMonths suggestions { type concept { id } matchedText confidenceBp isResolved } } }`;
  const text = `Saya lulusan SMK, tinggal di Palu. Tiga tahun bekerja sebagai satpam.
    Saya bisa las listrik. Juga las listrik untuk pagar.`;

  it('finds what the person says, each thing once with its words, and stores nothing', async () => {
    const { account } = await signedIn(world);
    const { suggestFromText: found } = await world.data<{
      suggestFromText: {
        suggestions: { type: string; concept: { id: string }; matchedText: string }[];
      };
    }>(SUGGEST, as(account, { text }));
    expect(found).toMatchObject({ education: 'SMK' });
    const ids = found.suggestions.map(({ concept }) => concept.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining([competencyId('las-smaw'), occupationId('satpam-security')]),
    );
    for (const { matchedText } of found.suggestions) expect(text).toContain(matchedText);
    const { me } = await world.data<{ me: { competencies: unknown[] } }>(
      '{ me { competencies { level } } }',
      as(account),
    );
    expect(me.competencies).toEqual([]);
  });

  it('refuses what is no readable text', async () => {
    const { account } = await signedIn(world);
    for (const bad of [' ', 'x'.repeat(20_001), 'a\u0000b']) {
      const { errors } = await world.ask(SUGGEST, as(account, { text: bad }));
      expect(errors?.[0]?.originalError).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });
});
