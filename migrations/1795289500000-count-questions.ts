import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What organisations asked about people by changing what they ask for: a budget that holds over instances and restarts. */
export class CountQuestions1795289500000 implements MigrationInterface {
  name = 'CountQuestions1795289500000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE asked_questions (
        asker_id uuid NOT NULL,
        question bytea NOT NULL,
        vacancy_id uuid,
        asked_at timestamptz NOT NULL,
        is_counted boolean NOT NULL,
        CONSTRAINT pk_asked_questions PRIMARY KEY (asker_id, question),
        CONSTRAINT fk_asked_questions_vacancy_id FOREIGN KEY (vacancy_id) REFERENCES vacancies(id) ON DELETE CASCADE
      );
      CREATE INDEX ix_asked_questions_vacancy_id ON asked_questions (vacancy_id);

      ALTER TABLE asked_questions ENABLE ROW LEVEL SECURITY;
      CREATE POLICY asked_questions_system ON asked_questions USING ((SELECT padan_is_system()));
      GRANT SELECT, INSERT, DELETE ON asked_questions TO padan_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE asked_questions');
  }
}
