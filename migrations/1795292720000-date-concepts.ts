import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['competencies', 'occupations'];

/** Says since which version of the taxonomy a concept is there, so that who knows an older one is told what is new. */
export class DateConcepts1795292720000 implements MigrationInterface {
  name = 'DateConcepts1795292720000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      // What was changed since may have come with any version before: as a change it is told right in any case.
      await queryRunner.query(`
        ALTER TABLE ${table} ADD COLUMN created_version integer NOT NULL DEFAULT 1;
        UPDATE ${table} SET created_version = taxonomy_version WHERE version = 1;
      `);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await queryRunner.query(`ALTER TABLE ${table} DROP COLUMN created_version`);
    }
  }
}
