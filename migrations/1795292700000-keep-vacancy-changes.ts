import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keeps changes of vacancies after those of people are gone, the newest of each, and announces a vacancy whenever
 * something changes that everybody is shown with it: its employer, its occupation, what it asks for, its areas.
 */
export class KeepVacancyChanges1795292700000 implements MigrationInterface {
  name = 'KeepVacancyChanges1795292700000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE vacancy_changes (
        aggregate_id text NOT NULL,
        seq bigint NOT NULL,
        aggregate text NOT NULL,
        kind text NOT NULL,
        version integer NOT NULL,
        node_id text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_vacancy_changes PRIMARY KEY (aggregate_id)
      );
      CREATE UNIQUE INDEX ix_vacancy_changes_seq ON vacancy_changes (seq);
      GRANT SELECT, INSERT, UPDATE, DELETE ON vacancy_changes TO padan_app;

      -- What was removed before is kept nowhere.
      INSERT INTO consumer_cursors (name, seq)
      SELECT 'vacancy changes kept', seq FROM consumer_cursors WHERE name = 'outbox kept';
    `);
    for (const shown of shownTables) await queryRunner.query(announceShown(shown));
    await queryRunner.query(`
      -- Who keeps a copy is told, whoever deletes.
      CREATE FUNCTION padan_announce_removed_vacancies() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
      BEGIN
        INSERT INTO outbox (aggregate, aggregate_id, kind, version)
        SELECT 'record', id, 'record.removed', version + 1 FROM before WHERE published_at IS NOT NULL;
        RETURN NULL;
      END $$;
      CREATE TRIGGER tr_vacancies_announce_removed AFTER DELETE ON vacancies
        REFERENCING OLD TABLE AS before
        FOR EACH STATEMENT EXECUTE FUNCTION padan_announce_removed_vacancies();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER tr_vacancies_announce_removed ON vacancies;
      DROP FUNCTION padan_announce_removed_vacancies();
    `);
    for (const { table } of shownTables) {
      await queryRunner.query(`
        DROP TRIGGER tr_${table}_announce_shown ON ${table};
        DROP FUNCTION padan_announce_shown_${table}();
      `);
    }
    await queryRunner.query(`
      DROP TABLE vacancy_changes;
      DELETE FROM consumer_cursors WHERE name = 'vacancy changes kept';
    `);
  }
}

/** A table of which a vacancy's record shows something. */
interface ShownTable {
  readonly table: string;
  readonly key: string;
  readonly keyType: string;
  /** What is shown. */
  readonly columns: readonly string[];
  /** Whether a vacancy `v` shows one of the rows in `changed`. */
  readonly shownBy: string;
}

const shownTables: readonly ShownTable[] = [
  {
    table: 'employers',
    key: 'id',
    keyType: 'uuid',
    columns: ['name', 'sector', 'verification', 'region_code', 'is_demo'],
    shownBy: 'v.employer_id = ANY (changed)',
  },
  {
    table: 'occupations',
    key: 'id',
    keyType: 'text',
    columns: ['label_id', 'label_en', 'kbji_code'],
    shownBy: 'v.occupation_id = ANY (changed)',
  },
  {
    table: 'competencies',
    key: 'id',
    keyType: 'text',
    columns: ['label_id', 'label_en', 'kind'],
    shownBy: 'v.id IN (SELECT vacancy_id FROM requirements WHERE competency_id = ANY (changed))',
  },
  {
    table: 'regions',
    key: 'code',
    keyType: 'text',
    columns: ['name', 'level'],
    shownBy: 'v.id IN (SELECT vacancy_id FROM vacancy_regions WHERE region_code = ANY (changed))',
  },
];

/** Of whoever writes, past row level security: the event holds an id that everybody may know. */
function announceShown({ table, key, keyType, columns, shownBy }: ShownTable): string {
  const rowOf = (name: string) => columns.map((column) => `${name}.${column}`).join(', ');
  return `
    CREATE FUNCTION padan_announce_shown_${table}() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    DECLARE
      changed ${keyType}[] := ARRAY(
        SELECT after.${key} FROM after JOIN before USING (${key})
        WHERE (${rowOf('after')}) IS DISTINCT FROM (${rowOf('before')}));
    BEGIN
      IF cardinality(changed) > 0 THEN
        INSERT INTO outbox (aggregate, aggregate_id, kind, version)
        SELECT 'record', v.id, 'record.changed', v.version FROM vacancies v
        WHERE v.published_at IS NOT NULL AND ${shownBy};
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER tr_${table}_announce_shown AFTER UPDATE ON ${table}
      REFERENCING OLD TABLE AS before NEW TABLE AS after
      FOR EACH STATEMENT EXECUTE FUNCTION padan_announce_shown_${table}();
  `;
}
