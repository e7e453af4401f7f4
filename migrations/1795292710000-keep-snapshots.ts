import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files with all public vacancies, in parts, so that every instance serves those that another one made. */
export class KeepSnapshots1795292710000 implements MigrationInterface {
  name = 'KeepSnapshots1795292710000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE vacancy_snapshots (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        name text,
        sha256 text,
        bytes bigint,
        lines_sha256 text,
        lines_bytes bigint,
        count integer,
        resume_from bigint,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_vacancy_snapshots PRIMARY KEY (id),
        CONSTRAINT uq_vacancy_snapshots_name UNIQUE (name),
        CONSTRAINT ck_vacancy_snapshots_complete CHECK (
          num_nulls(name, sha256, bytes, lines_sha256, lines_bytes, count, resume_from) IN (0, 7))
      );
      CREATE TABLE vacancy_snapshot_parts (
        snapshot_id uuid NOT NULL,
        part integer NOT NULL,
        content bytea NOT NULL,
        CONSTRAINT pk_vacancy_snapshot_parts PRIMARY KEY (snapshot_id, part),
        CONSTRAINT fk_vacancy_snapshot_parts_snapshot_id FOREIGN KEY (snapshot_id)
          REFERENCES vacancy_snapshots (id) ON DELETE CASCADE
      );
      -- Compressed already.
      ALTER TABLE vacancy_snapshot_parts ALTER content SET STORAGE EXTERNAL;
      GRANT SELECT, INSERT, UPDATE, DELETE ON vacancy_snapshots TO padan_app;
      GRANT SELECT, INSERT ON vacancy_snapshot_parts TO padan_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE vacancy_snapshot_parts, vacancy_snapshots');
  }
}
