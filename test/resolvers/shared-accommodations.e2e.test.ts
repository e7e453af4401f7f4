import { type ContactWorld, type Seeker, SHARE, startContactWorld } from './contact-world';
import { NOW } from './graph-world';

const DAY_MS = 86_400_000;
const BOTH = [...SHARE, { purpose: 'SHARE_ACCOMMODATIONS', textVersion: '1' }];

let world: ContactWorld;
let seeker: Seeker;
beforeEach(async () => {
  world = await startContactWorld();
  seeker = await world.aSeeker();
  await say(seeker);
});
afterEach(() => world.stop());

const say = (who: Seeker) =>
  world.data(
    `mutation { setDisabilityProfile(input: { clientMutationId: "say", kinds: [PHYSICAL],
       accommodations: [WHEELCHAIR_ACCESS] }) { userErrors { code } } }`,
    { audience: 'candidate', accountId: who.account.id },
  );

interface Shown {
  contact: { sharedAccommodations: string[] | null } | null;
}
const shown = async () =>
  (await world.applications<Shown>('contact { sharedAccommodations }')).map(
    ({ contact }) => contact?.sharedAccommodations ?? null,
  );

async function disclosed() {
  const { disclosures } = await world.data<{
    disclosures: { edges: { node: { fields: string[] } }[] };
  }>('{ disclosures { edges { node { fields } } } }', {
    ...{ audience: 'candidate', accountId: seeker.account.id },
  });
  return disclosures.edges.map(({ node }) => node.fields);
}

async function withdraw(purpose: string) {
  const asking = { audience: 'candidate' as const, accountId: seeker.account.id };
  const { consents } = await world.data<{
    consents: { edges: { node: { id: string; purpose: string } }[] };
  }>('{ consents { edges { node { id purpose } } } }', asking);
  const found = consents.edges.find(({ node }) => node.purpose === purpose);
  return await world.mutate('withdrawConsent', seeker.account, { id: found?.node.id });
}

describe('sharedAccommodations', () => {
  it('is told with the separate consent for it', async () => {
    await world.apply(seeker, { share: BOTH });
    expect(await shown()).toEqual([['WHEELCHAIR_ACCESS']]);
  });

  it('is not told with the consent to share who somebody is', async () => {
    await world.apply(seeker);
    expect(await shown()).toEqual([null]);
  });

  it('is lost with its own consent, and the contact stays', async () => {
    await world.apply(seeker, { share: BOTH });
    await withdraw('SHARE_ACCOMMODATIONS');
    expect(await shown()).toEqual([null]);
  });

  it('is lost with the contact', async () => {
    await world.apply(seeker, { share: BOTH });
    await withdraw('SHARE_WITH_EMPLOYER');
    expect(await shown()).toEqual([null]);
  });

  it('is told no longer than the consent lasts', async () => {
    await world.apply(seeker, { share: BOTH });
    world.clock.now = new Date(NOW.getTime() + 90 * DAY_MS);
    expect(await shown()).toEqual([null]);
  });

  it('is told of who said something alone', async () => {
    const silent = await world.aSeeker();
    await world.apply(silent, { share: BOTH });
    await world.apply(seeker, { share: BOTH });
    expect((await shown()).sort()).toEqual([['WHEELCHAIR_ACCESS'], null]);
  });

  it('is noted apart, when it is asked for and told', async () => {
    await world.apply(seeker, { share: BOTH });
    await world.applications('contact { name }');
    expect((await disclosed()).flat()).not.toContain('accommodations');
    await shown();
    expect((await disclosed())[0]).toEqual(['accommodations']);
  });

  it('is not open to a statement of the service that asks about somebody else’s employer', async () => {
    await world.apply(seeker, { share: BOTH });
    const rows = await world.seed((manager) =>
      manager.query('SELECT * FROM padan_shared_accommodations($1, $2, $3, $4)', [
        ...[seeker.candidate.id, seeker.candidate.id, world.vacancy.id, NOW],
      ]),
    );
    expect(rows).toEqual([]);
    const kept = await world.seed((manager) => manager.query('SELECT * FROM disability_profiles'));
    expect(kept).toEqual([]);
  });
});
