import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Vacancies of an employer that the office stopped are stopped with it, and know what they were. */
export class SuspendWithEmployer1795293000000 implements MigrationInterface {
  name = 'SuspendWithEmployer1795293000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE vacancies ADD COLUMN suspended_from text;
      ALTER TABLE vacancies ADD CONSTRAINT ck_vacancies_suspended_from CHECK (suspended_from IN ('PUBLISHED', 'PAUSED', 'STALE'));
      WITH written AS (
        UPDATE vacancies v SET suspended_from = v.state, state = 'SUSPENDED', version = v.version + 1, updated_at = now()
        FROM employers e
        WHERE e.id = v.employer_id AND e.verification = 'SUSPENDED' AND v.state IN ('PUBLISHED', 'PAUSED', 'STALE')
        RETURNING v.id, v.version)
      INSERT INTO outbox (aggregate, aggregate_id, kind, version)
      SELECT 'vacancy', id, 'vacancy.suspended', version FROM written;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE vacancies SET state = suspended_from WHERE state = 'SUSPENDED' AND suspended_from IS NOT NULL;
      ALTER TABLE vacancies DROP COLUMN suspended_from;
    `);
  }
}
