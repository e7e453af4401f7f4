import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draft that is closed was never public, and does not become so by it. */
export class HideClosedDrafts1795292900000 implements MigrationInterface {
  name = 'HideClosedDrafts1795292900000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(policy(`${SHOWN} AND (state <> 'CLOSED' OR published_at IS NOT NULL)`));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(policy(SHOWN));
  }
}

const SHOWN = `(SELECT padan_actor()) IS NOT NULL
  AND state NOT IN ('DRAFT', 'PENDING_REVIEW', 'NEEDS_CORRECTION', 'REJECTED', 'SUSPENDED')`;

const policy = (shown: string): string => `
  DROP POLICY vacancies_public ON vacancies;
  CREATE POLICY vacancies_public ON vacancies FOR SELECT USING (${shown});
`;
