import { randomUUID } from 'node:crypto';
import { NAMES_AN_ACCOUNT } from '../../../src/services/idempotency';
import { type GraphWorld, startGraphWorld } from '../../resolvers/graph-world';

let world: GraphWorld;
beforeAll(async () => {
  world = await startGraphWorld();
});
afterAll(() => world.stop());

describe('a token of an erased account that another instance still lets in', () => {
  const accountId = randomUUID();
  it.each([
    [
      'candidate',
      `mutation { registerCandidate(consentTextVersion: "1", input: { clientMutationId: "r", profile: {
         fullName: "Orang Pergi (contoh)", regionCode: "72.71.01", birthDate: "1990-01-01" } }) { me { id } } }`,
    ],
    [
      'employer',
      `mutation { registerEmployer(input: { clientMutationId: "e", name: "CV Pergi (contoh)",
         regionCode: "72.71" }) { employer { id } } }`,
    ],
    ['employer', 'mutation { enrolTotp(input: { clientMutationId: "t" }) { secret } }'],
  ] as const)('writes nothing for it: %s %s', async (audience, query) => {
    const asked = world.data(query, { audience, accountId });
    await expect(asked).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

it('every foreign key that names an account is known by its name, and no other is', async () => {
  const rows = await world.seed((manager) =>
    manager.query<{ name: string; of: string }[]>(
      `SELECT conname AS name, confrelid::regclass::text AS of FROM pg_constraint WHERE contype = 'f' ORDER BY 1`,
    ),
  );
  const namesOf = (list: typeof rows) => list.map(({ name }) => name);
  expect(namesOf(rows.filter(({ name }) => NAMES_AN_ACCOUNT.test(name)))).toEqual(
    namesOf(rows.filter(({ of }) => of === 'accounts')),
  );
});
