import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of other installations (simpul) beside those of portals. */
export class GiveNodesKeys1795292340000 implements MigrationInterface {
  name = 'GiveNodesKeys1795292340000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE api_keys
        ADD COLUMN kind text NOT NULL DEFAULT 'PORTAL',
        ADD CONSTRAINT ck_api_keys_kind CHECK (kind IN ('PORTAL', 'NODE'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM api_keys WHERE kind <> 'PORTAL';
      ALTER TABLE api_keys DROP COLUMN kind;
    `);
  }
}
