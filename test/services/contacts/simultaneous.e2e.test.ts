import { encodeNodeId } from '../../../src/resolvers/node-id';
import {
  type ContactPayload,
  type ContactWorld,
  type Seeker,
  startContactWorld,
} from '../../resolvers/contact-world';

const PAIRS = 24;
const STATES = ['HIRED', 'DECLINED', 'SHORTLISTED'] as const;

jest.setTimeout(60_000);

let world: ContactWorld;
beforeEach(async () => {
  world = await startContactWorld();
});
afterEach(() => world.stop());

/** What both were told, and the states of the application from first to last. */
interface Ended {
  readonly said: readonly (string | null)[];
  readonly history: readonly string[];
}

/** What can come of a move and a withdrawal, one after the other, in either order. */
function possible(to: string): Ended[] {
  const refused = 'STATE_NOT_ALLOWED';
  const movedFirst =
    to === 'SHORTLISTED'
      ? { said: [null, null], history: ['SUBMITTED', to, 'WITHDRAWN'] }
      : { said: [null, refused], history: ['SUBMITTED', to] };
  return [{ said: [refused, null], history: ['SUBMITTED', 'WITHDRAWN'] }, movedFirst];
}

const codeOf = ({ userErrors }: ContactPayload) => userErrors[0]?.code ?? null;

async function historyOf({ account }: Seeker): Promise<string[]> {
  const { applications } = await world.data<{
    applications: { edges: { node: { state: string; history: { state: string }[] } }[] };
  }>('{ applications { edges { node { state history { state } } } } }', {
    audience: 'candidate',
    accountId: account.id,
  });
  const [{ node }] = applications.edges;
  const states = node.history.map(({ state }) => state);
  expect(states.at(-1)).toBe(node.state);
  return states;
}

async function pairOf(
  each: number,
  takeBack: (seeker: Seeker, id: string) => Promise<ContactPayload>,
) {
  const to = STATES[each % STATES.length];
  const seeker = await world.aSeeker();
  const id = await world.apply(seeker);
  const moving = () => world.mutate('moveApplication', world.owner, { id, to });
  const taking = () => takeBack(seeker, id);
  // Which of the two is sent first changes from pair to pair.
  const begun = each % 2 === 0 ? [moving(), taking()] : [taking(), moving()].reverse();
  const [moved, taken] = await Promise.all(begun);
  return { to, ended: { said: [codeOf(moved), codeOf(taken)], history: await historyOf(seeker) } };
}

describe('an application that is moved and taken back at once', () => {
  it('ends as if the one had come after the other', async () => {
    for (let each = 0; each < PAIRS; each += 1) {
      const { to, ended } = await pairOf(each, ({ account }, id) =>
        world.mutate('withdrawApplication', account, { id }),
      );
      expect(possible(to)).toContainEqual(ended);
    }
  });

  it('so does one whose person takes the consent back', async () => {
    for (let each = 0; each < PAIRS; each += 1) {
      const { to, ended } = await pairOf(each, async ({ account, candidate }) => {
        const [{ id }] = await world.seed((manager) =>
          manager.query<{ id: string }[]>(
            "SELECT id FROM consents WHERE candidate_id = $1 AND purpose = 'SHARE_WITH_EMPLOYER'",
            [candidate.id],
          ),
        );
        return world.mutate('withdrawConsent', account, { id: encodeNodeId('Consent', id) });
      });
      const isOver = to !== 'SHORTLISTED';
      const movedFirst = isOver ? ['SUBMITTED', to, to] : ['SUBMITTED', to, 'WITHDRAWN'];
      expect([
        { said: ['STATE_NOT_ALLOWED', null], history: ['SUBMITTED', 'WITHDRAWN'] },
        { said: [null, null], history: movedFirst },
      ]).toContainEqual(ended);
    }
  });
});
