import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many people an account read lately is counted at each reading of an office, however many it read in years. */
export class CountReadings1795292350000 implements MigrationInterface {
  name = 'CountReadings1795292350000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX ix_disclosures_account_id_at ON disclosures (account_id, at);
      DROP INDEX ix_disclosures_account_id;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX ix_disclosures_account_id ON disclosures (account_id);
      DROP INDEX ix_disclosures_account_id_at;
    `);
  }
}
