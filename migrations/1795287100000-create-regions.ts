import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Regions of Indonesia and the minimum wages of some of them. The application only reads them. */
export class CreateRegions1795287100000 implements MigrationInterface {
  name = 'CreateRegions1795287100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE regions (
        code text NOT NULL,
        name text NOT NULL,
        level text NOT NULL,
        parent_code text,
        latitude double precision,
        longitude double precision,
        CONSTRAINT pk_regions PRIMARY KEY (code),
        CONSTRAINT ck_regions_level CHECK (level IN ('NATION', 'PROVINCE', 'REGENCY_CITY', 'DISTRICT', 'VILLAGE')),
        CONSTRAINT fk_regions_parent_code FOREIGN KEY (parent_code) REFERENCES regions(code) ON DELETE RESTRICT
      );
      CREATE INDEX ix_regions_parent_code ON regions (parent_code);

      CREATE TABLE minimum_wages (
        area_code text NOT NULL,
        kind text NOT NULL,
        sector text NOT NULL,
        amount_idr numeric(14, 2) NOT NULL,
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        source text NOT NULL,
        note text NOT NULL,
        CONSTRAINT pk_minimum_wages PRIMARY KEY (area_code, kind, sector, valid_from),
        CONSTRAINT ck_minimum_wages_kind CHECK (kind IN ('UMP', 'UMSP', 'UMK', 'UMSK')),
        CONSTRAINT ck_minimum_wages_period CHECK (valid_to >= valid_from),
        CONSTRAINT fk_minimum_wages_area_code FOREIGN KEY (area_code) REFERENCES regions(code) ON DELETE RESTRICT
      );

      GRANT SELECT ON regions, minimum_wages TO padan_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE minimum_wages, regions');
  }
}
