import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facilitators (pendamping) work inside a region as offices do, and are no officers: what is for officers stays closed. */
export class AddFacilitators1795291210000 implements MigrationInterface {
  name = 'AddFacilitators1795291210000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(roles("'OFFICER', 'ULD_OFFICER', 'AUDITOR', 'FACILITATOR'"));
    await queryRunner.query(officeRegions("AND role <> 'FACILITATOR'"));
    await queryRunner.query(`
      -- The areas inside which the signed-in account helps people now; each stands for everything inside it.
      CREATE FUNCTION padan_facilitator_regions() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
        RETURN ARRAY(
          SELECT region_code FROM office_memberships
          WHERE account_id = padan_actor_id('account') AND role = 'FACILITATOR'
            AND starts_at <= now() AND (ends_at IS NULL OR now() < ends_at)
        );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION padan_facilitator_regions();
      DELETE FROM office_memberships WHERE role = 'FACILITATOR';
    `);
    await queryRunner.query(officeRegions(''));
    await queryRunner.query(roles("'OFFICER', 'ULD_OFFICER', 'AUDITOR'"));
  }
}

const roles = (names: string) => `
  ALTER TABLE office_memberships DROP CONSTRAINT ck_office_memberships_role;
  ALTER TABLE office_memberships ADD CONSTRAINT ck_office_memberships_role CHECK (role IN (${names}));
`;

const officeRegions = (condition: string) => `
  CREATE OR REPLACE FUNCTION padan_office_regions() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ARRAY(
      SELECT region_code FROM office_memberships
      WHERE account_id = padan_actor_id('account') ${condition}
        AND starts_at <= now() AND (ends_at IS NULL OR now() < ends_at)
    );
`;
