import type { MigrationInterface, QueryRunner } from 'typeorm';

/** So that whom an organisation got to know within a day is counted without reading all whom it knows. */
export class CountNewPeople1795291610000 implements MigrationInterface {
  name = 'CountNewPeople1795291610000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE INDEX ix_candidate_handles_organisation_id_first_shown_at ON candidate_handles (organisation_id, first_shown_at)',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ix_candidate_handles_organisation_id_first_shown_at');
  }
}
