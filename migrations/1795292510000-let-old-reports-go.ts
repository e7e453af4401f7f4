import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words of strangers, which may name people, are not kept for good: only the service itself removes them. */
export class LetOldReportsGo1795292510000 implements MigrationInterface {
  name = 'LetOldReportsGo1795292510000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      GRANT DELETE ON fraud_reports TO padan_app;
      CREATE INDEX ix_fraud_reports_decided_at ON fraud_reports (decided_at) WHERE decided_at IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX ix_fraud_reports_decided_at;
      REVOKE DELETE ON fraud_reports FROM padan_app;
    `);
  }
}
