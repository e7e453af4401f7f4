import { readStreamState } from '../../src/changes/stream-state';
import { withClient } from '../../src/database/bootstrap';
import { Candidate, DeadLetter, Employer, Vacancy } from '../../src/entities';
import { findCandidateNumbers } from '../../src/search/candidate-search';
import { conceptSearch } from '../../src/search/concept-search';
import { findDrift } from '../../src/search/drift';
import { indexNames } from '../../src/search/index-settings';
import { dropIndex, finish } from '../../src/search/index-writer';
import { changeAliases } from '../../src/services/terms/mappings';
import { aCandidate, anEmployer, aVacancy, holds } from '../builders';
import { freshTail } from '../changes/stream';
import { eventually, startSearch, type TestSearch } from './world';

let search: TestSearch;

beforeEach(async () => {
  search = await startSearch();
});

afterEach(async () => {
  await search.stop();
});

const candidateChanged = (candidate: Candidate) => ({
  aggregate: 'candidate' as const,
  aggregateId: candidate.id,
  kind: 'candidate.updated',
  version: candidate.version,
});
const vacancyChanged = (vacancy: Vacancy) => ({
  aggregate: 'vacancy' as const,
  aggregateId: vacancy.id,
  kind: 'vacancy.updated',
  version: vacancy.version,
});

async function addCandidate(values: Parameters<typeof aCandidate>[1]): Promise<Candidate> {
  const added: Candidate[] = [];
  await search.change(async (manager) => {
    const candidate = await aCandidate(manager, values);
    added.push(candidate);
    return [candidateChanged(candidate)];
  });
  return added[0] as Candidate;
}

async function expectNoDrift() {
  for (const kind of indexNames) {
    expect(await findDrift(search, kind)).toMatchObject({ missing: [], stale: [], extra: [] });
  }
}

describe('runFeeder', () => {
  it('fills the indexes at the first start', async () => {
    const candidate = await addCandidate({ competencies: [holds('patroli', 2)] });
    await search.startFeeder();
    expect(await search.idsIn('competencies')).toHaveLength(899);
    expect(await search.idsIn('occupations')).toHaveLength(358);
    expect(await search.idsIn('candidates')).toEqual([candidate.number]);
    await expectNoDrift();
  });

  it('lets nobody find a part while an index is built', async () => {
    const { client } = search;
    const made: Vacancy[] = [];
    await search.change(async (manager) => {
      const { id: employerId } = await anEmployer(manager);
      for (let count = 0; count < 50; count += 1)
        made.push(await aVacancy(manager, { employerId }));
      return made.map(vacancyChanged);
    });
    const filling = search.startFeeder();
    const index = client.writer.index(client.indexName('vacancies'));
    const seen = new Set<number>();
    while (!seen.has(made.length)) {
      const stats = await index.getStats().catch(() => null);
      if (stats !== null) seen.add(stats.numberOfDocuments);
    }
    expect([...seen]).toEqual([made.length]);
    await filling;
  });

  it('follows a person from activation to the end of consent', async () => {
    await search.startFeeder();
    const candidate = await addCandidate({ competencies: [holds('patroli', 2)] });
    await eventually(async () => expect(await search.idsIn('candidates')).toHaveLength(1));
    await search.change(async (manager) => {
      await manager.update(Candidate, candidate.id, { matchingConsentAt: null, version: 2 });
      return [candidateChanged(candidate)];
    });
    await eventually(async () => expect(await search.idsIn('candidates')).toEqual([]));
    await expectNoDrift();
  });

  it('removes a vacancy that is closed and renames one whose employer is renamed', async () => {
    await search.startFeeder();
    const made: { vacancy?: Vacancy; other?: Vacancy; employer?: Employer } = {};
    await search.change(async (manager) => {
      made.employer = await anEmployer(manager);
      made.vacancy = await aVacancy(manager, { employerId: made.employer.id });
      made.other = await aVacancy(manager);
      return [vacancyChanged(made.vacancy), vacancyChanged(made.other)];
    });
    const { vacancy, other, employer } = made as Required<typeof made>;
    await eventually(async () => expect(await search.idsIn('vacancies')).toHaveLength(2));
    await search.change(async (manager) => {
      await manager.update(Vacancy, other.id, { state: 'CLOSED', version: 2 });
      await manager.update(Employer, employer.id, { name: 'Bengkel Maju (contoh)', version: 2 });
      return [
        vacancyChanged(other),
        { ...vacancyChanged(vacancy), aggregate: 'employer', aggregateId: employer.id },
      ];
    });
    await eventually(async () => {
      const index = search.client.writer.index(search.client.indexName('vacancies'));
      const { hits } = await index.search<{ id: string }>('bengkel');
      expect(hits.map((hit) => hit.id)).toEqual([vacancy.id]);
    });
    await eventually(async () => expect(await search.idsIn('vacancies')).toEqual([vacancy.id]));
  });

  it('builds the indexes anew when changes that it has not seen are gone', async () => {
    const made: Vacancy[] = [];
    await search.change(async (manager) => {
      made.push(await aVacancy(manager));
      return [vacancyChanged(made[0])];
    });
    const away = new AbortController();
    await search.startFeeder({ signal: away.signal });
    away.abort();
    const { dataSource, migratorUrl } = search;
    await search.change(async (manager) => {
      const employer = { aggregate: 'employer', aggregateId: made[0].employerId } as const;
      await manager.update(Employer, employer.aggregateId, { name: 'Bengkel Maju (contoh)' });
      const renamed = { ...employer, kind: 'employer.updated', version: 2 };
      return [renamed, renamed, vacancyChanged(made[0])];
    });
    await search.until(4);
    await withClient(migratorUrl, (owner) => owner.query('DELETE FROM outbox WHERE seq < 4'));
    await dataSource.query(
      `INSERT INTO consumer_cursors (name, seq) VALUES ('outbox kept', 3);
       UPDATE consumer_cursors SET seq = 1 WHERE name = 'search'`,
    );
    // The tail of the search remembers what is gone.
    await search.startFeeder({ tail: freshTail(search) });
    await eventually(async () => {
      const index = search.client.writer.index(search.client.indexName('vacancies'));
      const { hits } = await index.search<{ id: string }>('bengkel');
      expect(hits.map((hit) => hit.id)).toEqual([made[0].id]);
    });
    await eventually(async () => {
      const { consumers } = await readStreamState(dataSource.manager);
      expect(consumers).toMatchObject([{ consumer: 'search', lag: 0 }]);
    });
    expect(search.errors.map(String)).toEqual([expect.stringContaining('EventsRemoved')]);
  });

  it('follows a word that an officer explains and takes back', async () => {
    await search.startFeeder();
    const { findConcepts } = conceptSearch(search.client, search.dataSource);
    const meaningsOf = async () => {
      const found = await findConcepts('blorgo', { types: ['COMPETENCY'], limit: 3 });
      return found.filter(({ score }) => score === 1).map(({ id }) => id);
    };
    for (const [kind, meanings] of [
      ['term.mapped', ['patroli']],
      ['term.unmapped', []],
    ] as const) {
      await search.change(async (manager) => {
        await changeAliases(manager, kind, 'COMPETENCY', 'patroli', 'blorgo');
        return [];
      });
      await eventually(async () => expect(await meaningsOf()).toEqual(meanings));
    }
    await expectNoDrift();
  });

  it('is ready again behind the last late change, without another one', async () => {
    const heard: string[] = [];
    await new Promise<void>((resolve) => {
      const onBehind = () => void heard.push('behind');
      const onReady = () => {
        heard.push('ready');
        resolve();
      };
      void search.startFeeder({ onReady, onBehind });
    });
    const { migratorUrl } = search;
    await withClient(migratorUrl, (owner) =>
      owner.query(
        `INSERT INTO outbox (aggregate, aggregate_id, kind, version, at)
         SELECT 'term', id, 'term.mapped', 1, now() - interval '1 minute' FROM competencies LIMIT 700`,
      ),
    );
    await eventually(async () => expect(heard.slice(0, 2)).toEqual(['ready', 'behind']));
    await eventually(async () => expect(heard.at(-1)).toBe('ready'));
    await addCandidate({});
    await eventually(async () => expect(await search.idsIn('candidates')).toHaveLength(1));
    expect(heard.at(-1)).toBe('ready');
  });

  it('keeps a document that the server refuses from holding up the others', async () => {
    await search.startFeeder();
    // A place that is not a number makes Meilisearch refuse the whole batch.
    const { migratorUrl } = search;
    await withClient(migratorUrl, (owner) =>
      owner.query("UPDATE regions SET latitude = 'NaN' WHERE code = '72.71.01'"),
    );
    const made: Vacancy[] = [];
    await search.change(async (manager) => {
      const { id: employerId } = await anEmployer(manager);
      for (let count = 0; count < 200; count += 1) {
        const regionCodes = [count === 77 ? '72.71.01' : '72.71'];
        made.push(await aVacancy(manager, { employerId, regionCodes }));
      }
      return made.map(vacancyChanged);
    });
    await eventually(async () => {
      expect(await search.dataSource.manager.find(DeadLetter)).toMatchObject([
        { consumer: 'search', aggregate: 'vacancy', aggregateId: made[77]?.id },
      ]);
    });
    expect(await search.idsIn('vacancies')).toHaveLength(199);
  });

  it('shows the newest state after many quick updates with two feeders', async () => {
    const second = search.startFeeder();
    const first = search.startFeeder();
    await Promise.race([first, second]);
    second.catch(() => undefined);
    const candidate = await addCandidate({ competencies: [holds('patroli', 1)] });
    const updates = Array.from({ length: 100 }, async () => {
      await search.change(async (manager) => {
        await manager.increment(Candidate, { id: candidate.id }, 'version', 1);
        return [candidateChanged(candidate)];
      });
    });
    await Promise.all(updates);
    await eventually(async () => {
      const index = search.client.writer.index<{ version: number }>(
        search.client.indexName('candidates'),
      );
      expect(await index.getDocument(candidate.number)).toMatchObject({ version: 101 });
    });
  });

  it('mends at the next start what was lost or strange', async () => {
    const stopping = new AbortController();
    const candidate = await addCandidate({});
    await search.startFeeder({ signal: stopping.signal });
    stopping.abort();
    const { client } = search;
    const index = client.writer.index(client.indexName('candidates'));
    await finish(client, index.deleteDocument(String(candidate.number)));
    await finish(client, index.addDocuments([{ id: 999_999, version: 1 }], { primaryKey: 'id' }));
    await dropIndex(client, client.indexName('occupations'));
    await search.startFeeder();
    await expectNoDrift();
  });
});

describe('findCandidateNumbers', () => {
  it('finds who holds, did or lives what is asked', async () => {
    const holder = await addCandidate({ competencies: [holds('patroli', 2)] });
    const worker = await addCandidate({
      regionCode: '72.10',
      experiences: [{ occupationId: 'satpam-security' }],
    });
    const willing = await addCandidate({
      regionCode: '31.71',
      willingRegionCodes: ['72.71'],
      competencies: [holds('patroli', 5)],
    });
    await search.startFeeder();
    const { manager } = search.dataSource;
    const [patroli] = await manager.query("SELECT number FROM competencies WHERE id = 'patroli'");
    const query = {
      competencies: [{ number: patroli.number, minLevel: 1 }],
      occupations: [],
      kbjiGroups: ['54'],
      scopeCodes: ['72.71'],
    };
    const numbersOf = async (overrides: Partial<typeof query>) => {
      const { numbers } = await findCandidateNumbers(search.client, { ...query, ...overrides }, 50);
      return numbers.sort((a, b) => a - b);
    };
    expect(await numbersOf({})).toEqual([holder.number, willing.number]);
    expect(await numbersOf({ scopeCodes: ['72'] })).toEqual([
      holder.number,
      worker.number,
      willing.number,
    ]);
    const masters = [{ number: patroli.number, minLevel: 3 }];
    expect(await numbersOf({ competencies: masters, kbjiGroups: [] })).toEqual([willing.number]);
  });
});
