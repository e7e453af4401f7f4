import { Candidate, Employer, Vacancy } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { anEmployerWithOwner, aVacancy } from '../builders';
import { type ContactWorld, type Seeker, SHARE, startContactWorld } from './contact-world';
import { NOW } from './graph-world';

const DAY_MS = 86_400_000;
const MISSING = '00000000-0000-4000-8000-000000000000';

let world: ContactWorld;
let seeker: Seeker;

beforeAll(async () => {
  world = await startContactWorld();
});

beforeEach(async () => {
  world.clock.now = NOW;
  seeker = await world.aSeeker();
});

afterAll(async () => {
  await world.stop();
});

const later = (ms: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms);
};
const ask = (handle: string, input: object = {}, who = world.owner) =>
  world.mutate('inviteCandidate', who, {
    ...{ vacancyId: encodeNodeId('Vacancy', world.vacancy.id), handle, message: 'Mari melamar.' },
    ...input,
  });
const answer = (id: string, accept: boolean, share: object[] = SHARE, who = seeker.account) =>
  world.mutate('respondToInvitation', who, { id, accept, share });
const invitations = async ({ account }: Seeker = seeker) => {
  const { invitations: found } = await world.data<{
    invitations: { edges: { node: { id: string; state: string; message: string } }[] };
  }>('{ invitations { edges { node { id state message vacancy { employer { name } } } } } }', {
    audience: 'candidate',
    accountId: account.id,
  });
  return found.edges.map(({ node }) => node);
};

describe('inviteCandidate', () => {
  it('asks somebody whom the employer knows by a handle', async () => {
    const { invitation, userErrors } = await ask(await world.show(seeker));
    expect(userErrors).toEqual([]);
    expect(invitation).toMatchObject({
      state: 'INVITED',
      message: 'Mari melamar.',
      expiresAt: new Date(NOW.getTime() + 14 * DAY_MS),
    });
    expect(await invitations()).toMatchObject([
      {
        id: invitation?.id,
        state: 'INVITED',
        vacancy: { employer: { name: 'PT Uji Coba (contoh)' } },
      },
    ]);
  });

  it('tells the employer nothing of the person', async () => {
    await ask(await world.show(seeker));
    expect(await world.applications('state')).toEqual([]);
  });

  it('finds neither an unknown handle nor one of another employer', async () => {
    const stranger = await world.seed((manager) => anEmployerWithOwner(manager));
    const foreign = await world.show(seeker, stranger.employer.id);
    for (const handle of [foreign, 'ffffffffffffffffffff', seeker.candidate.id, '']) {
      await expect(ask(handle)).rejects.toMatchObject({ code: 'NOT_FOUND', field: ['handle'] });
    }
  });

  it('finds no vacancy of another employer', async () => {
    const handle = await world.show(seeker);
    const stranger = await world.seed((manager) => anEmployerWithOwner(manager));
    const theirs = await world.seed((manager) =>
      aVacancy(manager, { employerId: stranger.employer.id }),
    );
    for (const id of [theirs.id, MISSING]) {
      const asked = ask(handle, { vacancyId: encodeNodeId('Vacancy', id) });
      await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND', field: ['vacancyId'] });
    }
    const asked = ask(handle, {}, stranger.account);
    await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND', field: ['vacancyId'] });
  });

  it('asks once, and never again who said no', async () => {
    const handle = await world.show(seeker);
    const { invitation } = await ask(handle);
    expect((await ask(handle)).userErrors).toMatchObject([
      { code: 'STATE_NOT_ALLOWED', path: ['handle'] },
    ]);
    await answer(String(invitation?.id), false);
    later(60 * DAY_MS);
    expect((await ask(handle)).userErrors).toMatchObject([{ code: 'STATE_NOT_ALLOWED' }]);
  });

  it('asks again when an invitation was not answered', async () => {
    const handle = await world.show(seeker);
    const { invitation } = await ask(handle);
    later(14 * DAY_MS);
    expect((await ask(handle)).invitation).toMatchObject({ id: invitation?.id, state: 'INVITED' });
  });

  it('asks a person five times a week, by all employers together, and says no more than no', async () => {
    const handles: string[] = [];
    for (let count = 0; count < 5; count++) {
      const { employer, account } = await world.seed((manager) => anEmployerWithOwner(manager));
      const vacancy = await world.seed((manager) => aVacancy(manager, { employerId: employer.id }));
      const handle = await world.show(seeker, employer.id);
      const vacancyId = encodeNodeId('Vacancy', vacancy.id);
      expect((await ask(handle, { vacancyId }, account)).userErrors).toEqual([]);
      handles.push(handle);
    }
    const handle = await world.show(seeker);
    const refused = await ask(handle);
    expect(refused.invitation).toBeNull();
    expect(refused.userErrors).toEqual([
      {
        code: 'NOT_INVITABLE',
        path: ['handle'],
        message: 'This person cannot be invited at present.',
      },
    ]);
    const gone = await world.aSeeker({ matchingConsentAt: null });
    expect((await ask(await world.show(gone))).userErrors).toEqual(refused.userErrors);
    later(7 * DAY_MS);
    expect((await ask(handle)).userErrors).toEqual([]);
    expect(handles).toHaveLength(5);
  });

  it('keeps to five a week when ten ask at one time', async () => {
    const asked = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const { employer, account } = await world.seed((manager) => anEmployerWithOwner(manager));
        const vacancy = await world.seed((manager) =>
          aVacancy(manager, { employerId: employer.id }),
        );
        const handle = await world.show(seeker, employer.id);
        return ask(handle, { vacancyId: encodeNodeId('Vacancy', vacancy.id) }, account);
      }),
    );
    expect(asked.filter(({ invitation }) => invitation !== null)).toHaveLength(5);
    expect(await invitations()).toHaveLength(5);
  });

  it.each(['UNVERIFIED', 'SUSPENDED'] as const)(
    'is refused to an employer that is %s',
    async (verification) => {
      const handle = await world.show(seeker);
      const change = (to: Employer['verification']) =>
        world.seed((manager) => manager.update(Employer, world.employer.id, { verification: to }));
      await change(verification);
      expect((await ask(handle)).userErrors).toMatchObject([{ code: 'EMPLOYER_NOT_VERIFIED' }]);
      expect((await ask('unknown')).userErrors).toMatchObject([{ code: 'EMPLOYER_NOT_VERIFIED' }]);
      await change('VERIFIED');
    },
  );

  it.each(['', ' \n', 'a\u202Eb', 'a\u0007b', 'x'.repeat(2_001)])(
    'refuses the message %j',
    async (message) => {
      const { userErrors } = await ask(await world.show(seeker), { message });
      expect(userErrors).toMatchObject([{ code: 'TEXT_INVALID', path: ['message'] }]);
    },
  );

  it('invites to no vacancy that is not open', async () => {
    const handle = await world.show(seeker);
    const draft = await world.seed((manager) =>
      aVacancy(manager, { employerId: world.employer.id, state: 'DRAFT' }),
    );
    const { userErrors } = await ask(handle, { vacancyId: encodeNodeId('Vacancy', draft.id) });
    expect(userErrors).toMatchObject([{ code: 'VACANCY_CLOSED' }]);
  });
});

describe('respondToInvitation', () => {
  it('applies for whoever accepts', async () => {
    const { invitation } = await answer(await world.invite(seeker), true);
    expect(invitation?.state).toBe('CONSENTED');
    const found = await world.applications<{ contact: { name: string } }>('state contact { name }');
    expect(found).toMatchObject([
      { state: 'SUBMITTED', contact: { name: seeker.candidate.fullName } },
    ]);
  });

  it('gives nothing away for whoever declines', async () => {
    const before = await world.applications('state');
    const { invitation } = await answer(await world.invite(seeker), false, []);
    expect(invitation?.state).toBe('DECLINED');
    expect(await world.applications('state')).toEqual(before);
  });

  it('needs the agreement to share, to the words in use', async () => {
    const id = await world.invite(seeker);
    expect((await answer(id, true, [])).userErrors).toMatchObject([
      { code: 'CONSENT_REQUIRED', path: ['share'] },
    ]);
    const old = [{ purpose: 'SHARE_WITH_EMPLOYER', textVersion: '0' }];
    expect((await answer(id, true, old)).userErrors).toMatchObject([
      { code: 'CONSENT_TEXT_OUTDATED', path: ['share', '0', 'textVersion'] },
    ]);
    expect((await answer(id, true)).userErrors).toEqual([]);
  });

  it('expires by the clock, and is answered once', async () => {
    const id = await world.invite(seeker);
    later(14 * DAY_MS);
    expect(await invitations()).toMatchObject([{ state: 'EXPIRED' }]);
    const late = await answer(id, true);
    expect(late.userErrors).toMatchObject([
      { code: 'STATE_NOT_ALLOWED', message: expect.stringContaining('EXPIRED') },
    ]);
    world.clock.now = NOW;
    await answer(id, false);
    expect((await answer(id, true)).userErrors).toMatchObject([{ code: 'STATE_NOT_ALLOWED' }]);
  });

  it('finds nobody else’s invitation, as it finds a missing one', async () => {
    const id = await world.invite(seeker);
    const other = await world.aSeeker();
    for (const asked of [id, encodeNodeId('Invitation', MISSING)]) {
      const answered = answer(asked, false, [], other.account);
      await expect(answered).rejects.toMatchObject({ code: 'NOT_FOUND', field: ['id'] });
    }
    expect(await invitations(other)).toEqual([]);
  });

  it('accepts nothing for a vacancy that has closed', async () => {
    const vacancy = await world.seed((manager) =>
      aVacancy(manager, { employerId: world.employer.id }),
    );
    const handle = await world.show(seeker);
    const vacancyId = encodeNodeId('Vacancy', vacancy.id);
    const { invitation } = await ask(handle, { vacancyId });
    await world.seed((manager) => manager.update(Vacancy, vacancy.id, { state: 'CLOSED' }));
    expect((await answer(String(invitation?.id), true)).userErrors).toMatchObject([
      { code: 'VACANCY_CLOSED' },
    ]);
  });

  it('forgets the invitations of a person who is gone', async () => {
    await world.invite(seeker);
    await world.seed((manager) => manager.delete(Candidate, seeker.candidate.id));
    const [{ rows }] = await world.seed((manager) =>
      manager.query('SELECT count(*)::int AS rows FROM contacts WHERE candidate_id = $1', [
        seeker.candidate.id,
      ]),
    );
    expect(rows).toBe(0);
  });
});
