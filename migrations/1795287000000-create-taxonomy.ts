import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Competencies, occupations and how they belong together. The application only reads them. */
export class CreateTaxonomy1795287000000 implements MigrationInterface {
  name = 'CreateTaxonomy1795287000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE taxonomy_versions (
        version integer NOT NULL,
        published_at timestamptz NOT NULL,
        note text NOT NULL,
        CONSTRAINT pk_taxonomy_versions PRIMARY KEY (version)
      );

      CREATE TABLE competencies (
        id text NOT NULL,
        number integer NOT NULL,
        kind text NOT NULL,
        label_id text NOT NULL,
        label_en text NOT NULL,
        aliases text[] NOT NULL,
        broader_id text,
        level_hint smallint,
        status text NOT NULL DEFAULT 'ACTIVE',
        replaced_by_id text,
        esco_uri text,
        taxonomy_version integer NOT NULL,
        CONSTRAINT pk_competencies PRIMARY KEY (id),
        CONSTRAINT uq_competencies_number UNIQUE (number),
        CONSTRAINT ck_competencies_status CHECK (status IN ('ACTIVE', 'DEPRECATED')),
        CONSTRAINT ck_competencies_kind CHECK (kind IN ('SKILL', 'KNOWLEDGE', 'ATTITUDE', 'LANGUAGE', 'LICENCE', 'TOOL', 'CERTIFICATE')),
        CONSTRAINT fk_competencies_broader_id FOREIGN KEY (broader_id) REFERENCES competencies(id) ON DELETE RESTRICT,
        CONSTRAINT fk_competencies_replaced_by_id FOREIGN KEY (replaced_by_id) REFERENCES competencies(id) ON DELETE RESTRICT
      );
      CREATE INDEX ix_competencies_broader_id ON competencies (broader_id);

      CREATE TABLE competency_relations (
        source_id text NOT NULL,
        kind text NOT NULL,
        target_id text NOT NULL,
        strength_bp integer NOT NULL,
        CONSTRAINT pk_competency_relations PRIMARY KEY (source_id, kind, target_id),
        CONSTRAINT ck_competency_relations_strength_bp CHECK (strength_bp BETWEEN 1 AND 10000),
        CONSTRAINT ck_competency_relations_kind CHECK (kind IN ('IMPLIES', 'SUBSTITUTE', 'RELATED')),
        CONSTRAINT fk_competency_relations_source_id FOREIGN KEY (source_id) REFERENCES competencies(id) ON DELETE RESTRICT,
        CONSTRAINT fk_competency_relations_target_id FOREIGN KEY (target_id) REFERENCES competencies(id) ON DELETE RESTRICT
      );
      CREATE INDEX ix_competency_relations_target_id ON competency_relations (target_id);

      CREATE TABLE occupations (
        id text NOT NULL,
        number integer NOT NULL,
        label_id text NOT NULL,
        label_en text NOT NULL,
        kbji_code text NOT NULL,
        aliases text[] NOT NULL,
        typical_education text NOT NULL,
        typical_experience_years smallint NOT NULL,
        usual_licence_ids text[] NOT NULL,
        related_ids text[] NOT NULL,
        status text NOT NULL DEFAULT 'ACTIVE',
        taxonomy_version integer NOT NULL,
        CONSTRAINT pk_occupations PRIMARY KEY (id),
        CONSTRAINT uq_occupations_number UNIQUE (number),
        CONSTRAINT ck_occupations_typical_education CHECK (typical_education IN ('NO_SCHOOL', 'SD_UNFINISHED', 'SD', 'SMP', 'SMA', 'SMK', 'D1', 'D2', 'D3', 'D4', 'S1', 'PROFESSION', 'S2', 'SPECIALIST', 'S3')),
        CONSTRAINT ck_occupations_status CHECK (status IN ('ACTIVE', 'DEPRECATED'))
      );
      CREATE INDEX ix_occupations_kbji_code ON occupations (kbji_code);

      CREATE TABLE occupation_competencies (
        occupation_id text NOT NULL,
        competency_id text NOT NULL,
        necessity text NOT NULL,
        typical_level smallint NOT NULL,
        CONSTRAINT pk_occupation_competencies PRIMARY KEY (occupation_id, competency_id),
        CONSTRAINT ck_occupation_competencies_typical_level CHECK (typical_level BETWEEN 1 AND 5),
        CONSTRAINT ck_occupation_competencies_necessity CHECK (necessity IN ('ESSENTIAL', 'OPTIONAL')),
        CONSTRAINT fk_occupation_competencies_occupation_id FOREIGN KEY (occupation_id) REFERENCES occupations(id) ON DELETE RESTRICT,
        CONSTRAINT fk_occupation_competencies_competency_id FOREIGN KEY (competency_id) REFERENCES competencies(id) ON DELETE RESTRICT
      );
      CREATE INDEX ix_occupation_competencies_competency_id ON occupation_competencies (competency_id);

      CREATE TABLE alias_rules (
        alias text NOT NULL,
        rule text NOT NULL,
        competency_ids text[] NOT NULL,
        occupation_ids text[] NOT NULL,
        note text NOT NULL,
        CONSTRAINT pk_alias_rules PRIMARY KEY (alias),
        CONSTRAINT ck_alias_rules_rule CHECK (rule IN ('AMBIGUOUS', 'CONTEXT', 'NEEDS_OCCUPATION', 'WHOLE_QUERY_ONLY', 'TRUSTED', 'NOT_A_TERM'))
      );

      GRANT SELECT ON taxonomy_versions, competencies, competency_relations, occupations, occupation_competencies, alias_rules TO padan_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE alias_rules, occupation_competencies, occupations, competency_relations, competencies, taxonomy_versions;
    `);
  }
}
