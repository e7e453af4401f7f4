import type { EntityManager } from 'typeorm';
import type { CompetencyKind, ConceptStatus, OccupationNecessity } from '../../entities/vocabulary';

/** A concept as the database has it. `detail`: kind of a competency, KBJI code of an occupation. */
export interface KnownConcept {
  readonly id: string;
  readonly number: number;
  readonly labelId: string;
  readonly labelEn: string;
  readonly aliases: readonly string[];
  readonly status: ConceptStatus;
  readonly replacedById: string | null;
  readonly escoUri: string | null;
  readonly broaderId: string | null;
  readonly detail: CompetencyKind | string;
}

export interface KnownLink {
  readonly source: string;
  readonly kind: string;
  readonly target: string;
}

export interface KnownDemand {
  readonly occupation: string;
  readonly competency: string;
  readonly necessity: OccupationNecessity;
}

/** What stands in the database before an import. */
export interface KnownTaxonomy {
  readonly version: number;
  readonly competencies: readonly KnownConcept[];
  readonly occupations: readonly KnownConcept[];
  readonly links: readonly KnownLink[];
  readonly demands: readonly KnownDemand[];
}

const columns = `id, number, label_id AS "labelId", label_en AS "labelEn", aliases, status,
  replaced_by_id AS "replacedById", esco_uri AS "escoUri"`;

/** Reads the whole taxonomy. Cost: 5 queries. */
export async function loadKnownTaxonomy(manager: EntityManager): Promise<KnownTaxonomy> {
  const [{ version }] = await manager.query<{ version: number }[]>(
    'SELECT coalesce(max(version), 0) AS version FROM taxonomy_versions',
  );
  return {
    version,
    competencies: await manager.query(
      `SELECT ${columns}, broader_id AS "broaderId", kind AS detail FROM competencies ORDER BY number`,
    ),
    occupations: await manager.query(
      `SELECT ${columns}, NULL AS "broaderId", kbji_code AS detail FROM occupations ORDER BY number`,
    ),
    links: await manager.query(
      'SELECT source_id AS source, kind, target_id AS target FROM competency_relations',
    ),
    demands: await manager.query(
      'SELECT occupation_id AS occupation, competency_id AS competency, necessity FROM occupation_competencies',
    ),
  };
}
