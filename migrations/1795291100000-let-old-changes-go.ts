import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service removes changes that every consumer has seen and that are old. */
export class LetOldChangesGo1795291100000 implements MigrationInterface {
  name = 'LetOldChangesGo1795291100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('GRANT DELETE ON outbox TO padan_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('REVOKE DELETE ON outbox FROM padan_app');
  }
}
