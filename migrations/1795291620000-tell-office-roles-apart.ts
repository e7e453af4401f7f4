import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An auditor reads what an officer decides, and decides nothing: the areas of an account by its roles there. */
export class TellOfficeRolesApart1795291620000 implements MigrationInterface {
  name = 'TellOfficeRolesApart1795291620000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The areas for whose office the signed-in account works now in one of these roles.
      CREATE FUNCTION padan_office_regions(roles text[]) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
        RETURN ARRAY(
          SELECT region_code FROM office_memberships
          WHERE account_id = padan_actor_id('account') AND role = ANY (roles)
            AND starts_at <= now() AND (ends_at IS NULL OR now() < ends_at)
        );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION padan_office_regions(text[])');
  }
}
