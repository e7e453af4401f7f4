import { inflateRawSync } from 'node:zlib';
import type { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { readPeople, readVacancy } from '../../bench/oracle/facts';
import { readRules } from '../../bench/oracle/rules';
import { readReference, WorldDraws } from '../../bench/worlds/reference';
import { drawVacancy } from '../../bench/worlds/vacancies';
import { insertVacancies, writePeople } from '../../bench/worlds/write';
import { withClient, withDatabase } from '../../src/database/bootstrap';
import { type Account, RankingSnapshot } from '../../src/entities';
import { expectRanking } from '../../src/evaluation/oracle';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { decodePlaces } from '../../src/services/rankings/frozen-order';
import { anEmployerWithOwner } from '../builders';
import { type GraphWorld, NOW, startGraphWorld } from '../resolvers/graph-world';
import { testServers } from '../support/test-servers';

/** Stands in every title; put it here to replay. */
const seed = Date.now() % 1_000_000;
const PEOPLE = 300;
/** With somebody eligible for three in four, enough of them whatever the seed. */
const VACANCIES = 20;

let world: GraphWorld;
let owner: Account;
let draws: WorldDraws;
let vacancyIds: string[];

/** Past row level security, and with the rights to change the taxonomy. */
const asOwner = <T>(run: (client: Client) => Promise<T>): Promise<T> => {
  const { url } = world.dataSource.options as { url: string };
  const name = new URL(url).pathname.slice(1);
  return withClient(withDatabase(testServers().database.migratorUrl, name), run);
};

beforeEach(async () => {
  world = await startGraphWorld();
  draws = new WorldDraws(seed, await asOwner(readReference));
  await writePeople(world.dataSource, draws, PEOPLE, NOW);
  vacancyIds = await world.seed(async (manager) => {
    const { employer, account } = await anEmployerWithOwner(manager);
    owner = account;
    const rows = Array.from({ length: VACANCIES }, () => drawVacancy(draws, employer.id, NOW));
    await insertVacancies(manager, rows);
    return rows.map(({ vacancy }) => vacancy.id);
  });
  await world.refresh();
});

afterEach(async () => {
  await world.stop();
});

const update = (statement: string, values: unknown[] = []) =>
  world.seed((manager) => manager.query(statement, values));

async function seal(vacancyId: string): Promise<RankingSnapshot> {
  const sealed = await world.services.matching.sealRanking({ accountId: owner.id }, vacancyId);
  if (sealed.value === null) throw new Error('Nothing was sealed');
  return sealed.value;
}

/** Bytes of every place: who, score and verdict, in order. */
async function sealAll(): Promise<Map<string, string>> {
  const sealed = await Promise.all(vacancyIds.map(seal));
  return new Map(
    sealed.map(({ vacancyId, places }) => [vacancyId, inflateRawSync(places).toString('hex')]),
  );
}

describe(`a sealed order (seed ${seed})`, () => {
  test('is byte-identical whatever sex, age, name, address and pay are changed to (I1)', async () => {
    const before = await sealAll();
    expect([...before.values()].filter((places) => places !== '').length).toBeGreaterThan(3);
    await world.seed(async (manager) => {
      const people: { id: string; home: string | null }[] = await manager.query(
        'SELECT id, region_code AS home FROM candidates ORDER BY id',
      );
      for (const { id, home } of people) {
        await manager.query(
          `UPDATE candidates SET gender = $2, birth_date = $3, full_name = $4, address = $5, phone = $6,
           identity_region_code = $7, expected_wage = $8, region_code = $9, version = version + 1 WHERE id = $1`,
          [
            ...[id, draws.pick(['FEMALE', 'MALE', null]), draws.day(NOW, 25_000, -6_000)],
            ...[`Nama ${draws.below(1e6)}`, `Jalan ${draws.below(1e6)}`, `08${draws.below(1e9)}`],
            ...[draws.someArea(), draws.below(1e9), await villageOf(manager, home)],
          ],
        );
      }
    });
    await world.refresh();
    expect(await sealAll()).toEqual(before);
  });

  test('counts everybody active: considered or without consent (I5)', async () => {
    for (let round = 0; round < 3; round += 1) {
      await world.seed(async (manager) => {
        const people: { id: string }[] = await manager.query(
          'SELECT id FROM candidates ORDER BY id',
        );
        for (const { id } of people) {
          await manager.query(
            'UPDATE candidates SET matching_consent_at = $2, status = $3 WHERE id = $1',
            [
              ...[id, draws.maybe(0.5, () => NOW)],
              draws.pick(['ACTIVE', 'ACTIVE', 'DORMANT', 'ERASED']),
            ],
          );
        }
      });
      await world.refresh();
      const [{ active }] = (await update(
        "SELECT count(*)::int AS active FROM candidates WHERE status = 'ACTIVE'",
      )) as { active: number }[];
      for (const id of vacancyIds) {
        const { considered, excludedByConsent } = await seal(id);
        expect(considered + excludedByConsent).toBe(active);
      }
    }
  });

  test('pages give every eligible place once, as the formula orders them (I6)', async () => {
    const rules = await asOwner(readRules);
    const people = await asOwner((client) => readPeople(client, rules, NOW));
    for (const id of vacancyIds) {
      const facts = await asOwner((client) => readVacancy(client, rules, id));
      const expected = expectRanking(rules, facts, people.values());
      const snapshot = await seal(id);
      const kept = decodePlaces(inflateRawSync(snapshot.places), snapshot.lastTiedWith);
      expect(kept).toEqual(
        expected.rows.map(({ person, scoreBp, verdict, rank, tiedWith }) => ({
          ...{ person, scoreBp, verdict, rank, tiedWith },
        })),
      );
      const paged = await page(
        id,
        encodeNodeId('RankingSnapshot', snapshot.id),
        draws.between(3, 60),
      );
      expect(paged.map(({ rank, tiedWith, scoreBp }) => ({ rank, tiedWith, scoreBp }))).toEqual(
        expected.rows.map(({ rank, tiedWith, scoreBp }) => ({ rank, tiedWith, scoreBp })),
      );
      expect(new Set(paged.map(({ cursor }) => cursor)).size).toBe(expected.eligible);
    }
  });

  test('stores the version of the taxonomy that it was made with (I26)', async () => {
    const [id] = vacancyIds;
    const before = await seal(id);
    await asOwner((client) =>
      client.query("INSERT INTO taxonomy_versions VALUES (77, now(), 'Versi rekaan')"),
    );
    await world.refresh();
    expect((await seal(id)).taxonomyVersion).toBe(77);
    const kept = await world.seed((manager) =>
      manager.findOneByOrFail(RankingSnapshot, { id: before.id }),
    );
    expect(kept.taxonomyVersion).toBe(before.taxonomyVersion);
    expect(before.taxonomyVersion).toBeLessThan(77);
  });

  test('follows replacements however long: the replaced counts as what replaced it (I26)', async () => {
    // What implies another one might close a circle of implications as the newest.
    const implying = await asOwner((client) =>
      client.query("SELECT source_id AS id FROM competency_relations WHERE kind = 'IMPLIES'"),
    );
    const isImplying = new Set(implying.rows.map(({ id }) => id));
    const chain = draws
      .someCompetencies(50)
      .map(({ id }) => id)
      .filter((id) => !isImplying.has(id))
      .slice(0, 4);
    expect(chain).toHaveLength(4);
    const [oldest] = chain;
    const newest = chain[chain.length - 1];
    for (const [at, id] of chain.slice(0, -1).entries()) {
      const next = chain[at + 1];
      await asOwner((client) =>
        client.query('UPDATE competencies SET replaced_by_id = $2 WHERE id = $1', [id, next]),
      );
    }
    await world.refresh();
    const before = await sealAll();
    // Whoever holds the newest already would then hold it twice.
    const isHolder = 'SELECT candidate_id FROM candidate_competencies WHERE competency_id = $2';
    await update(
      `UPDATE candidate_competencies SET competency_id = $1
       WHERE competency_id = $2 AND candidate_id NOT IN (${isHolder.replace('$2', '$1')})`,
      [newest, oldest],
    );
    await update('UPDATE requirements SET competency_id = $1 WHERE competency_id = $2', [
      newest,
      oldest,
    ]);
    await world.refresh();
    expect(await sealAll()).toEqual(before);
  });
});

interface Edge {
  cursor: string;
  rank: number;
  tiedWith: number;
  scoreBp: number;
}

interface Data {
  vacancy: {
    rankedCandidates: {
      edges: Edge[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  };
}

const PAGE = `query ($id: ID!, $first: Int, $after: String, $snapshot: ID) {
  vacancy(id: $id) { rankedCandidates(first: $first, after: $after, snapshot: $snapshot) {
    pageInfo { hasNextPage endCursor } edges { cursor rank tiedWith scoreBp } } } }`;

async function page(vacancyId: string, snapshot: string, first: number): Promise<Edge[]> {
  const edges: Edge[] = [];
  let after: string | null = null;
  for (;;) {
    const variables: Record<string, unknown> = {
      id: encodeNodeId('Vacancy', vacancyId),
      first,
      after,
      snapshot,
    };
    const { vacancy } = await world.data<Data>(PAGE, { accountId: owner.id, variables });
    edges.push(...vacancy.rankedCandidates.edges);
    const { pageInfo } = vacancy.rankedCandidates;
    if (!pageInfo.hasNextPage) return edges;
    after = pageInfo.endCursor;
  }
}

/** Another village of the same district; as it was where none is known. */
async function villageOf(manager: EntityManager, home: string | null): Promise<string | null> {
  if (home === null || home.length < '72.71.01'.length) return home;
  const villages: { code: string }[] = await manager.query(
    "SELECT code FROM regions WHERE level = 'VILLAGE' AND left(code, 8) = left($1, 8)",
    [home],
  );
  const codes = villages.map(({ code }) => code);
  return codes.length === 0 ? home : draws.pick(codes);
}
