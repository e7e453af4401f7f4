import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [
  'competency_weight_bp',
  'experience_weight_bp',
  'distance_weight_bp',
  'education_weight_bp',
  'availability_weight_bp',
];

/** What an employer makes the parts of the score weigh; vacancies that exist keep their scores. */
export class WeighParts1795289700000 implements MigrationInterface {
  name = 'WeighParts1795289700000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const added = COLUMNS.map((column) => `ADD ${column} integer NOT NULL DEFAULT 10000`);
    const bounds = COLUMNS.map((column) => `${column} BETWEEN 5000 AND 20000`);
    await queryRunner.query(`
      ALTER TABLE vacancies ${added.join(', ')},
        ADD CONSTRAINT ck_vacancies_weights CHECK (${bounds.join(' AND ')})
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const dropped = COLUMNS.map((column) => `DROP ${column}`);
    await queryRunner.query(`ALTER TABLE vacancies ${dropped.join(', ')}`);
  }
}
