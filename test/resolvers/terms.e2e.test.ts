import { createDataSource } from '../../src/database/data-source';
import type { Account } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { conceptSearch } from '../../src/search/concept-search';
import { createConceptReader } from '../../src/search/resolve';
import { CHECK_EVERY_MS, textReaders } from '../../src/search/term-catalogue';
import { anAccount, anEmployerWithOwner, anOfficer, aVacancy, should } from '../builders';
import { type GraphWorld, NOW, startGraphWorld } from './graph-world';

const LIST = `query ($first: Int, $after: String, $kind: ConceptType) {
  unresolvedTerms(first: $first, after: $after, kind: $kind) { totalCount pageInfo { endCursor hasNextPage }
    edges { node { term kind count origins firstSeenAt lastSeenAt } } } }`;
const MAP = `mutation ($input: MapTermInput!) { mapTerm(input: $input) {
  concept { id label(lang: ID) } userErrors { code path message(lang: EN) } } }`;
const UNMAP = `mutation ($input: UnmapTermInput!) { unmapTerm(input: $input) {
  concept { id label(lang: ID) } userErrors { code path message(lang: EN) } } }`;
const MATCH = `query ($text: String!) { matchMe(text: $text) { understood { type matchedText concept { label(lang: ID) } } } }`;
const SEARCH = `query ($text: String!) { vacancies(filter: { q: $text }) { totalCount } }`;
const DRAFT = `query ($text: String!) { draftVacancy(text: $text) { occupation { label(lang: ID) } } }`;

let world: GraphWorld;
let officer: Account;
let other: Account;
let employer: Account;
let seekers: Account[];
let nowMs = NOW.getTime();

beforeEach(async () => {
  nowMs = NOW.getTime();
  // The readers look at the clock of this test, so that their wait can be played.
  const clock = { now: () => new Date(nowMs) };
  let readers: ReturnType<typeof textReaders> | null = null;
  const own = () => {
    readers ??= textReaders(world.dataSource, clock);
    return readers();
  };
  world = await startGraphWorld({
    readers: own,
    reader: {
      resolve: (...args) => reader().resolve(...args),
      suggest: (...args) => reader().suggest(...args),
    },
  });
  const reader = () =>
    createConceptReader({ readers: own, search: conceptSearch(null, world.dataSource) });
  await world.seed(async (manager) => {
    officer = await anOfficer(manager);
    other = await anAccount(manager);
    seekers = [];
    for (let each = 0; each < 4; each++) seekers.push((await anEmployerWithOwner(manager)).account);
    const owner = await anEmployerWithOwner(manager);
    employer = owner.account;
    await aVacancy(manager, { employerId: owner.employer.id, requirements: [should('patroli')] });
  });
  await world.refresh();
});

afterEach(async () => {
  await world.stop();
});

const asOfficer = (variables: Record<string, unknown> = {}, who = officer) => ({
  audience: 'office' as const,
  accountId: who.id,
  variables,
});
/** So many different people search for something. */
const say = async (text: string, count = 3) => {
  for (const { id } of seekers.slice(0, count)) {
    await world.data(SEARCH, { audience: 'public', accountId: id, variables: { text } });
  }
  await world.services.terms.collector.flush();
};
interface Listed {
  unresolvedTerms: {
    totalCount: number;
    pageInfo: { endCursor: string; hasNextPage: boolean };
    edges: { node: { term: string; kind: string; count: number; origins: string[] } }[];
  };
}
const list = async (variables: Record<string, unknown> = {}) =>
  (await world.data<Listed>(LIST, asOfficer(variables))).unresolvedTerms;
const termsOf = async () =>
  (await list()).edges.map(({ node }) => `${node.term} ${node.kind} ${node.count}`);
const storedTerms = () =>
  world.seed((manager) => manager.query('SELECT term FROM unresolved_terms'));
const map = async (term: string, conceptId: string, key = term) =>
  (
    await world.data<{
      mapTerm: {
        concept: { label: string } | null;
        userErrors: { code: string; path: string[] }[];
      };
    }>(MAP, asOfficer({ input: { clientMutationId: key, term, conceptId } }))
  ).mapTerm;
const unmap = async (term: string, conceptId: string, key = `un${term}`) =>
  (
    await world.data<{
      unmapTerm: {
        concept: { label: string } | null;
        userErrors: { code: string; path: string[] }[];
      };
    }>(UNMAP, asOfficer({ input: { clientMutationId: key, term, conceptId } }))
  ).unmapTerm;
const competency = (id: string) => encodeNodeId('Competency', id);
const occupation = (id: string) => encodeNodeId('Occupation', id);
const understood = async (text: string) => {
  const { matchMe } = await world.data<{
    matchMe: { understood: { type: string; matchedText: string }[] };
  }>(MATCH, { audience: 'public', variables: { text } });
  return matchMe.understood.map(({ type, matchedText }) => `${type} ${matchedText}`);
};

describe('unresolvedTerms', () => {
  it('lists what was typed in vain, most often first, with its likely kind', async () => {
    await say('saya bisa barongsai, tinggal di Atlantis', 4);
    await say('pawang blorgo');
    expect(await termsOf()).toEqual([
      'atlantis REGION 4',
      'barongsai COMPETENCY 4',
      'pawang blorgo OCCUPATION 3',
    ]);
    expect((await list({ kind: 'OCCUPATION' })).edges.map(({ node }) => node.term)).toEqual([
      'pawang blorgo',
    ]);
  });

  it('says nothing of what two people typed, and nothing of people', async () => {
    await say('saya bisa barongsai', 2);
    await say('nama saya Budi Santoso, 081234567890, budi@contoh.id');
    await say('Siti Aminah binti Yusuf');
    await say('saya mengidap hiv dan skizofrenia');
    await say('tinggal di jalan merpati, no hp 0812');
    expect(await storedTerms()).toEqual([]);
  });

  it('keeps nothing of what people say of themselves, signed in or not', async () => {
    for (const accountId of [undefined, ...seekers.map(({ id }) => id)]) {
      for (const text of [
        'Siti Aminah binti Yusuf',
        'saya mengidap hiv dan skizofrenia',
        'tinggal di jalan merpati, no hp 081234567890',
        'saya bisa barongsai',
      ]) {
        const variables = { text };
        for (let each = 0; each < 2; each++) {
          await world.data(MATCH, { audience: 'public', accountId, variables });
        }
      }
    }
    await world.services.terms.collector.flush();
    expect(await storedTerms()).toEqual([]);
  });

  it('keeps no search of whoever is not signed in, and one of an account however often it searches', async () => {
    for (let each = 0; each < 5; each++) {
      await world.data(SEARCH, { audience: 'public', variables: { text: 'barongsai' } });
      await world.data('{ competencies(q: "blorgo zzyx") { totalCount } }', { audience: 'public' });
      await world.data('{ occupations(q: "blorgo zzyx") { totalCount } }', { audience: 'public' });
      const variables = { text: 'pawang blorgo' };
      await world.data(SEARCH, { audience: 'public', accountId: seekers[0].id, variables });
    }
    await world.services.terms.collector.flush();
    expect(await storedTerms()).toEqual([]);
  });

  it('counts what employers write and what is searched for in vain', async () => {
    for (const { id: accountId } of seekers.slice(0, 3)) {
      const asked = { audience: 'public' as const, accountId };
      const variables = { text: 'pawang blorgo' };
      await world.data(DRAFT, { audience: 'employer', accountId, variables });
      await world.data('{ competencies(q: "blorgo zzyx") { totalCount } }', asked);
      await world.data(SEARCH, { ...asked, variables: { text: 'wubwub' } });
    }
    await world.services.terms.collector.flush();
    const { edges } = await list();
    expect(edges.map(({ node }) => [node.term, node.origins])).toEqual([
      ['blorgo zzyx', ['QUERY']],
      ['pawang blorgo', ['EMPLOYER']],
      ['wubwub', ['QUERY']],
    ]);
  });

  it('goes on behind a cursor without a gap', async () => {
    for (const word of ['blorgo', 'zzyxa', 'wubwub']) await say(word);
    const first = await list({ first: 2 });
    const rest = await list({ first: 2, after: first.pageInfo.endCursor });
    expect(first.totalCount).toBe(3);
    expect([...first.edges, ...rest.edges].map(({ node }) => node.term)).toEqual([
      'blorgo',
      'wubwub',
      'zzyxa',
    ]);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it('is for officers whose work has begun and not ended', async () => {
    const former = await world.seed((manager) =>
      anOfficer(manager, { endsAt: new Date('2026-02-01T00:00:00Z') }),
    );
    for (const who of [other, employer, former]) {
      const { errors } = await world.ask(LIST, asOfficer({}, who));
      expect(errors?.[0]?.originalError).toMatchObject({ code: 'OFFICE_ONLY' });
    }
    const { errors } = await world.ask(LIST, { audience: 'office' });
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('mapTerm', () => {
  it('makes a word understood within seconds: in a sentence, a search and a draft', async () => {
    await say('saya bisa blorgo');
    expect(await understood('saya bisa blorgo')).toEqual([]);
    expect(await map('Blorgo', competency('patroli'))).toMatchObject({
      concept: { label: expect.stringMatching(/patroli/i) },
      userErrors: [],
    });
    expect(await termsOf()).toEqual([]);
    nowMs += CHECK_EVERY_MS;
    expect(await understood('saya bisa blorgo')).toEqual(['COMPETENCY blorgo']);
    expect(
      await world.data('{ competencies(q: "blorgo", first: 1) { edges { node { aliases } } } }', {
        audience: 'public',
      }),
    ).toMatchObject({
      competencies: { edges: [{ node: { aliases: expect.arrayContaining(['blorgo']) } }] },
    });

    expect((await map('pawang blorgo', occupation('satpam-security'))).userErrors).toEqual([]);
    nowMs += CHECK_EVERY_MS;
    expect(
      await world.data(DRAFT, {
        audience: 'employer',
        accountId: employer.id,
        variables: { text: 'Dibutuhkan pawang blorgo' },
      }),
    ).toMatchObject({ draftVacancy: { occupation: { label: expect.stringMatching(/satpam/i) } } });
  });

  it('repeats its answer for the same key, and does the work once', async () => {
    const once = await map('blorgo', competency('patroli'), 'key');
    expect(await map('blorgo', competency('patroli'), 'key')).toEqual(once);
    const { errors } = await world.ask(
      MAP,
      asOfficer({
        input: { clientMutationId: 'key', term: 'zzyxa', conceptId: competency('patroli') },
      }),
    );
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  });

  it.each([
    ['a word that it already has', 'patroli', competency('patroli'), 'DUPLICATE_ENTRY', 'term'],
    ['a word of another one', 'satpam', occupation('barista'), 'TERM_TAKEN', 'term'],
    ['a word that needs care', 'dokumentasi', competency('patroli'), 'TERM_TAKEN', 'term'],
    ['a word of any sentence', 'dan', competency('patroli'), 'TERM_MEANINGLESS', 'term'],
    ['another one', 'Yang', competency('patroli'), 'TERM_MEANINGLESS', 'term'],
    ['a place', 'palu', competency('patroli'), 'TERM_TAKEN', 'term'],
    ['an occupation as a competency', 'tukang las', competency('patroli'), 'TERM_TAKEN', 'term'],
    ['digits', 'tukang 123', competency('patroli'), 'TERM_INVALID', 'term'],
    ['a telephone number', '0812 3456 7890', competency('patroli'), 'TERM_INVALID', 'term'],
    [
      'a sentence',
      'saya bisa semua jenis pekerjaan',
      competency('patroli'),
      'TERM_INVALID',
      'term',
    ],
    ['an unknown concept', 'blorgo', competency('nobody'), 'UNKNOWN_REFERENCE', 'conceptId'],
  ])('refuses %s', async (_, term, conceptId, code, field) => {
    const { concept, userErrors } = await map(term, conceptId);
    expect(concept).toBeNull();
    expect(userErrors).toEqual([
      expect.objectContaining({ code, path: expect.arrayContaining([field]) }),
    ]);
  });

  it.each([
    ['tukang 123', 'it holds a number'],
    ['pak blorgo', 'it looks like somebody’s name or address'],
    ['la', 'it needs at least three letters'],
    ['saya bisa semua jenis pekerjaan', 'it may have at most four words and 60 characters'],
    ['blorgo@contoh.id', 'it holds an address of mail or the web'],
  ])('says why %j is no word to explain', async (term, reason) => {
    const { userErrors } = await map(term, competency('patroli'));
    expect(userErrors).toMatchObject([
      { code: 'TERM_INVALID', message: expect.stringContaining(reason) },
    ]);
  });

  it('refuses a second meaning of a mapped word even before readers know it', async () => {
    await map('blorgo', competency('patroli'));
    const { userErrors } = await map('blorgo', competency('cctv'), 'second');
    expect(userErrors).toEqual([expect.objectContaining({ code: 'TERM_TAKEN' })]);
  });

  it('refuses a place, which has its official name', async () => {
    const input = {
      clientMutationId: 'a',
      term: 'blorgo',
      conceptId: encodeNodeId('Region', '72.71'),
    };
    const { errors } = await world.ask(MAP, asOfficer({ input }));
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('notes who and when, for the owner of the database only', async () => {
    await map('blorgo', competency('patroli'));
    const sql = 'SELECT term, concept_id, mapped_by, mapped_at FROM term_mappings';
    await expect(world.seed((manager) => manager.query(sql))).rejects.toThrow(/permission denied/);
    const owner = await createDataSource(world.ownerUrl).initialize();
    expect(await owner.query(sql)).toEqual([
      { term: 'blorgo', concept_id: 'patroli', mapped_by: officer.id, mapped_at: NOW },
    ]);
    await owner.destroy();
  });

  it('announces the word without a change of any score', async () => {
    await map('blorgo', competency('patroli'));
    const events = await world.seed((manager) =>
      manager.query(
        `SELECT aggregate, aggregate_id, kind, version FROM outbox WHERE aggregate = 'term'`,
      ),
    );
    expect(events).toEqual([
      { aggregate: 'term', aggregate_id: 'patroli', kind: 'term.mapped', version: 2 },
    ]);
  });

  it('is for officers only', async () => {
    const input = { clientMutationId: 'a', term: 'blorgo', conceptId: competency('patroli') };
    const { errors } = await world.ask(MAP, asOfficer({ input }, other));
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'OFFICE_ONLY' });
  });
});

describe('unmapTerm', () => {
  it('takes a word back within seconds: from sentences, searches, drafts and aliases', async () => {
    await say('saya bisa blorgo');
    const heard = await termsOf();
    await map('blorgo', competency('patroli'));
    await map('pawang blorgo', occupation('satpam-security'));
    nowMs += CHECK_EVERY_MS;
    expect(await understood('saya bisa blorgo')).toEqual(['COMPETENCY blorgo']);

    expect(await unmap('Blorgo', competency('patroli'))).toMatchObject({
      concept: { label: expect.stringMatching(/patroli/i) },
      userErrors: [],
    });
    expect((await unmap('pawang blorgo', occupation('satpam-security'))).userErrors).toEqual([]);
    expect(await termsOf()).toEqual(heard);
    nowMs += CHECK_EVERY_MS;
    expect(await understood('saya bisa blorgo')).toEqual([]);
    const found = await world.data<{ competencies: { edges: { node: { aliases: string[] } }[] } }>(
      '{ competencies(q: "blorgo", first: 5) { edges { node { aliases } } } }',
      { audience: 'public' },
    );
    expect(found.competencies.edges.flatMap(({ node }) => node.aliases)).not.toContain('blorgo');
    expect(
      await world.data(DRAFT, {
        audience: 'employer',
        accountId: employer.id,
        variables: { text: 'Dibutuhkan pawang blorgo' },
      }),
    ).toEqual({ draftVacancy: { occupation: null } });
  });

  it('leaves the word free for another meaning at once', async () => {
    await map('blorgo', competency('patroli'));
    nowMs += CHECK_EVERY_MS;
    expect(await understood('blorgo')).toEqual(['COMPETENCY blorgo']);
    await unmap('blorgo', competency('patroli'));
    expect((await map('blorgo', competency('cctv'), 'second')).userErrors).toEqual([]);
    nowMs += CHECK_EVERY_MS;
    const [match] = (
      await world.data<{ matchMe: { understood: { concept: { label: string } }[] } }>(MATCH, {
        audience: 'public',
        variables: { text: 'blorgo' },
      })
    ).matchMe.understood;
    expect(match?.concept.label).toMatch(/cctv/i);
  });

  it('knows words that an instance found there when it started', async () => {
    await map('blorgo', competency('patroli'));
    expect(await understood('blorgo')).toEqual(['COMPETENCY blorgo']);
    await unmap('blorgo', competency('patroli'));
    nowMs += CHECK_EVERY_MS;
    expect(await understood('blorgo')).toEqual([]);
  });

  it('keeps a word from the list while another meaning of it stands', async () => {
    await say('saya bisa blorgo');
    await map('blorgo', competency('patroli'));
    await map('blorgo', occupation('satpam-security'), 'other');
    await unmap('blorgo', competency('patroli'));
    expect(await termsOf()).toEqual([]);
    await unmap('blorgo', occupation('satpam-security'), 'rest');
    expect(await termsOf()).toEqual(['blorgo COMPETENCY 3']);
  });

  it.each([
    ['a word of the taxonomy', 'patroli', competency('patroli')],
    ['another meaning', 'blorgo', competency('cctv')],
    ['another kind of meaning', 'blorgo', occupation('satpam-security')],
    ['an unknown concept', 'blorgo', competency('nobody')],
    ['no word', '', competency('patroli')],
  ])('refuses %s', async (_, term, conceptId) => {
    await map('blorgo', competency('patroli'));
    const { concept, userErrors } = await unmap(term, conceptId);
    expect(concept).toBeNull();
    expect(userErrors).toEqual([
      expect.objectContaining({
        code: 'TERM_NOT_MAPPED',
        path: expect.arrayContaining(['term']),
      }),
    ]);
    nowMs += CHECK_EVERY_MS;
    expect(await understood('blorgo')).toEqual(['COMPETENCY blorgo']);
  });

  it('is done once, whatever is repeated', async () => {
    await map('blorgo', competency('patroli'));
    const once = await unmap('blorgo', competency('patroli'), 'key');
    expect(await unmap('blorgo', competency('patroli'), 'key')).toEqual(once);
    expect((await unmap('blorgo', competency('patroli'), 'again')).userErrors).toEqual([
      expect.objectContaining({ code: 'TERM_NOT_MAPPED' }),
    ]);
  });

  it('keeps who and when of both, for the owner of the database only', async () => {
    const second = await world.seed((manager) => anOfficer(manager));
    await map('blorgo', competency('patroli'));
    const input = {
      clientMutationId: 'a',
      term: 'blorgo',
      conceptId: competency('patroli'),
    };
    await world.data(UNMAP, asOfficer({ input }, second));
    const sql = 'SELECT term, mapped_by, mapped_at, retired_by, retired_at FROM term_mappings';
    await expect(world.seed((manager) => manager.query(sql))).rejects.toThrow(/permission denied/);
    const owner = await createDataSource(world.ownerUrl).initialize();
    expect(await owner.query(sql)).toEqual([
      {
        term: 'blorgo',
        mapped_by: officer.id,
        mapped_at: NOW,
        retired_by: second.id,
        retired_at: NOW,
      },
    ]);
    await owner.destroy();
    const events = await world.seed((manager) =>
      manager.query(`SELECT aggregate_id, kind FROM outbox WHERE aggregate = 'term' ORDER BY id`),
    );
    expect(events).toEqual([
      { aggregate_id: 'patroli', kind: 'term.mapped' },
      { aggregate_id: 'patroli', kind: 'term.unmapped' },
    ]);
  });

  it('is for officers only', async () => {
    const input = { clientMutationId: 'a', term: 'blorgo', conceptId: competency('patroli') };
    const { errors } = await world.ask(UNMAP, asOfficer({ input }, other));
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'OFFICE_ONLY' });
  });
});
