import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every frozen order tells how many have not agreed: counted in an index, not by reading everybody. */
export class CountWhoHasNotAgreed1795290700000 implements MigrationInterface {
  name = 'CountWhoHasNotAgreed1795290700000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX ix_candidates_not_agreed ON candidates (id)
       WHERE status = 'ACTIVE' AND matching_consent_at IS NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ix_candidates_not_agreed');
  }
}
