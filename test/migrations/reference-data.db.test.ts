import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('regions', () => {
  it('hold all of Indonesia below one nation', async () => {
    const rows = await dataSource.query(
      'SELECT level, count(*)::int AS count FROM regions GROUP BY level ORDER BY count',
    );
    expect(rows).toEqual([
      { level: 'NATION', count: 1 },
      { level: 'PROVINCE', count: 38 },
      { level: 'REGENCY_CITY', count: 514 },
      { level: 'DISTRICT', count: 7285 },
      { level: 'VILLAGE', count: 83762 },
    ]);
  });

  it('lead from a kelurahan of Palu to the nation', async () => {
    const rows = await dataSource.query(`
      WITH RECURSIVE up AS (
        SELECT * FROM regions WHERE code = '72.71.01.1004'
        UNION ALL SELECT r.* FROM regions r JOIN up ON r.code = up.parent_code
      ) SELECT name FROM up
    `);
    expect(rows.map(({ name }: { name: string }) => name)).toEqual([
      'Besusu Barat',
      'Palu Timur',
      'Kota Palu',
      'Sulawesi Tengah',
      'Indonesia',
    ]);
  });

  it('place every district of Palu amid its kelurahan', async () => {
    const [row] = await dataSource.query(`
      SELECT count(*)::int AS districts, bool_and(d.latitude BETWEEN v.low AND v.high) AS amid
      FROM regions d JOIN (
        SELECT parent_code, min(latitude) AS low, max(latitude) AS high FROM regions
        WHERE level = 'VILLAGE' AND code LIKE '72.71.%' GROUP BY 1
      ) v ON v.parent_code = d.code
    `);
    expect(row).toEqual({ districts: 8, amid: true });
  });
});

describe('taxonomy', () => {
  it('names only concepts that exist', async () => {
    const rows = await dataSource.query(`
      SELECT id FROM (
        SELECT unnest(usual_licence_ids) AS id FROM occupations
        UNION ALL SELECT unnest(competency_ids) FROM alias_rules
      ) named WHERE id NOT IN (SELECT id FROM competencies)
      UNION ALL
      SELECT id FROM (
        SELECT unnest(related_ids) AS id FROM occupations
        UNION ALL SELECT unnest(occupation_ids) FROM alias_rules
      ) named WHERE id NOT IN (SELECT id FROM occupations)
    `);
    expect(rows).toEqual([]);
  });

  it('numbers concepts from 0 without a gap', async () => {
    const rows = await dataSource.query(`
      SELECT min(number), max(number), count(*)::int FROM competencies
      UNION ALL SELECT min(number), max(number), count(*)::int FROM occupations
    `);
    expect(rows).toEqual([
      { min: 0, max: 898, count: 899 },
      { min: 0, max: 357, count: 358 },
    ]);
  });

  it('has no cycle among its implications', async () => {
    const rows = await dataSource.query(`
      WITH RECURSIVE reach AS (
        SELECT source_id, target_id FROM competency_relations WHERE kind = 'IMPLIES'
        UNION SELECT reach.source_id, next.target_id
        FROM reach JOIN competency_relations next ON next.source_id = reach.target_id AND next.kind = 'IMPLIES'
      ) SELECT source_id FROM reach WHERE source_id = target_id
    `);
    expect(rows).toEqual([]);
  });

  it('keeps every alias in lower case', async () => {
    const [row] = await dataSource.query(`
      SELECT count(*)::int AS count, bool_and(alias = lower(alias)) AS lower FROM (
        SELECT unnest(aliases) AS alias FROM competencies
        UNION ALL SELECT unnest(aliases) FROM occupations
      ) all_aliases
    `);
    expect(row).toEqual({ count: 8694, lower: true });
  });
});

describe('padan_app', () => {
  it('can neither change the taxonomy nor make tables', async () => {
    const update = dataSource.query("UPDATE competencies SET label_en = 'x'");
    await expect(update).rejects.toThrow('permission denied');
    await expect(dataSource.query('CREATE TABLE mine (id integer)')).rejects.toThrow(
      'permission denied',
    );
  });

  it('cannot rewrite an event', async () => {
    await dataSource.query(
      "INSERT INTO outbox (aggregate, aggregate_id, kind, version) VALUES ('vacancy', 'a', 'vacancy.published', 1)",
    );
    await dataSource.query('UPDATE outbox SET seq = 1');
    await expect(dataSource.query("UPDATE outbox SET kind = 'x'")).rejects.toThrow(
      'permission denied',
    );
  });
});

describe('word indexes', () => {
  it('find a competency by a misspelt alias', async () => {
    const rows = await dataSource.query(`
      SELECT id FROM occupations
      WHERE 'scurty' <% padan_concept_words(label_id, label_en, aliases)
    `);
    expect(rows).toContainEqual({ id: 'satpam-security' });
  });
});
