import { Candidate } from '../../../src/entities';
import { aCandidate } from '../../builders';
import { type GraphWorld, startGraphWorld } from '../../resolvers/graph-world';

let world: GraphWorld;
beforeAll(async () => {
  world = await startGraphWorld();
});
afterAll(() => world.stop());

describe('activateCandidate', () => {
  it('makes the person active and keeps the consent as it is', async () => {
    const person = await world.seed((manager) =>
      aCandidate(manager, { status: 'DRAFT', matchingConsentAt: null }),
    );
    await world.services.candidates.activate(person.id);
    const after = await world.seed((manager) =>
      manager.findOneByOrFail(Candidate, { id: person.id }),
    );
    expect(after).toMatchObject({ status: 'ACTIVE', matchingConsentAt: null, version: 2 });
  });
});
