import { aCandidate, aMembership, anAccount, anEmployer, anOfficer } from '../../builders';
import { type GraphWorld, startGraphWorld } from '../../resolvers/graph-world';

let world: GraphWorld;
beforeAll(async () => {
  world = await startGraphWorld();
});
afterAll(() => world.stop());

const rolesOf = async (
  accountId: string,
  audience: 'employer' | 'candidate' | 'office' = 'office',
) =>
  (
    await world.data<{ viewer: { roles: string[] } }>('{ viewer { roles } }', {
      audience,
      accountId,
    })
  ).viewer.roles;

describe('viewer.roles', () => {
  it('are none for a new account', async () => {
    const { id } = await world.seed((manager) => anAccount(manager));
    expect(await rolesOf(id)).toEqual([]);
  });

  it.each(['OFFICER', 'ULD_OFFICER', 'AUDITOR', 'FACILITATOR'] as const)(
    'tell who works as %s',
    async (role) => {
      const { id } = await world.seed((manager) => anOfficer(manager, { role }));
      expect(await rolesOf(id)).toEqual([role]);
    },
  );

  it('tell everything that one account is, on every endpoint, while it lasts', async () => {
    const { id: accountId } = await world.seed((manager) => anOfficer(manager));
    await world.seed(async (manager) => {
      const { id: employerId } = await anEmployer(manager);
      await aMembership(manager, { accountId, employerId });
      await aMembership(manager, { accountId, employerId, role: 'RECRUITER' });
      await aCandidate(manager, { accountId });
    });
    for (const audience of ['employer', 'candidate', 'office'] as const) {
      expect(await rolesOf(accountId, audience)).toEqual([
        'EMPLOYER',
        'RECRUITER',
        'SELF',
        'OFFICER',
      ]);
    }
    const former = await world.seed((manager) =>
      anOfficer(manager, { endsAt: new Date('2026-02-01T00:00:00Z') }),
    );
    expect(await rolesOf(former.id)).toEqual([]);
  });
});

describe('a facilitator', () => {
  it('is no officer', async () => {
    const { id } = await world.seed((manager) => anOfficer(manager, { role: 'FACILITATOR' }));
    const asking = { audience: 'office', accountId: id } as const;
    await expect(
      world.data('{ unresolvedTerms(first: 1) { totalCount } }', asking),
    ).rejects.toMatchObject({ code: 'OFFICE_ONLY' });
  });
});
