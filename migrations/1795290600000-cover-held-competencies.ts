import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everybody's competencies are read from the index alone, in its order: a third of the reads of an engine that starts. */
export class CoverHeldCompetencies1795290600000 implements MigrationInterface {
  name = 'CoverHeldCompetencies1795290600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE candidate_competencies DROP CONSTRAINT pk_candidate_competencies,
        ADD CONSTRAINT pk_candidate_competencies PRIMARY KEY (candidate_id, competency_id) INCLUDE (level, evidence);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE candidate_competencies DROP CONSTRAINT pk_candidate_competencies,
        ADD CONSTRAINT pk_candidate_competencies PRIMARY KEY (candidate_id, competency_id);
    `);
  }
}
