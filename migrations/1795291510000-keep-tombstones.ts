import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is left of people who were erased: that there was somebody, and since when there is nobody. */
export class KeepTombstones1795291510000 implements MigrationInterface {
  name = 'KeepTombstones1795291510000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE candidate_tombstones (
        id uuid NOT NULL,
        number integer NOT NULL,
        erased_at timestamptz NOT NULL,
        CONSTRAINT pk_candidate_tombstones PRIMARY KEY (id),
        CONSTRAINT uq_candidate_tombstones_number UNIQUE (number)
      );
      CREATE INDEX ix_candidate_tombstones_erased_at ON candidate_tombstones (erased_at);
      ALTER TABLE candidate_tombstones ENABLE ROW LEVEL SECURITY;
      CREATE POLICY candidate_tombstones_system ON candidate_tombstones USING ((SELECT padan_is_system()));
      -- Never changed and never removed.
      GRANT SELECT, INSERT ON candidate_tombstones TO padan_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE candidate_tombstones');
  }
}
