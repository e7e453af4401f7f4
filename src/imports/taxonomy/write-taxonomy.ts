import type { EntityManager } from 'typeorm';
import { appendOutbox, type OutboxEntry } from '../../changes/outbox';
import type { EducationLevel } from '../../entities/vocabulary';
import type { Draft } from './draft-concepts';
import type { TaxonomyPlan } from './plan-taxonomy';

/** ESCO states no level; the least asks for no more than it says. */
const UNSTATED_LEVEL = 1;

/**
 * Writes a plan as a new version of the taxonomy and announces every change, so that engines and indexes follow.
 * Rarity is counted over the occupations of the version, so it is published with it.
 *
 * Cost: 5 statements and an event a concept.
 */
export async function writeTaxonomy(
  manager: EntityManager,
  plan: TaxonomyPlan,
  { version, note, now }: { version: number; note: string; now: Date },
): Promise<void> {
  await manager.query(
    'INSERT INTO taxonomy_versions (version, published_at, note) VALUES ($1, $2, $3)',
    [version, now, note],
  );
  await manager.query(PUT_COMPETENCIES, [JSON.stringify(plan.competencies.map(toRow)), version]);
  await manager.query(PUT_OCCUPATIONS, [JSON.stringify(plan.occupations.map(toRow)), version]);
  await manager.query(
    `INSERT INTO competency_relations (source_id, kind, target_id, strength_bp)
     SELECT source, kind, target, 10000 FROM json_to_recordset($1::json) AS row(source text, kind text, target text)`,
    [JSON.stringify(plan.links)],
  );
  await manager.query(
    `INSERT INTO occupation_competencies (occupation_id, competency_id, necessity, typical_level)
     SELECT occupation, competency, necessity, ${UNSTATED_LEVEL}
     FROM json_to_recordset($1::json) AS row(occupation text, competency text, necessity text)
     ON CONFLICT (occupation_id, competency_id) DO UPDATE SET necessity = excluded.necessity`,
    [JSON.stringify(plan.demands)],
  );
  const changed = [...plan.competencies, ...plan.occupations].map(
    ({ wanted }): OutboxEntry => eventOf(wanted.id, 'taxonomy.changed', version),
  );
  await appendOutbox(manager, [
    ...changed,
    eventOf(`version-${version}`, 'taxonomy.published', version),
  ]);
}

const eventOf = (aggregateId: string, kind: string, version: number): OutboxEntry => ({
  aggregate: 'taxonomy',
  aggregateId,
  kind,
  version,
});

const toRow = ({ wanted }: Draft) => ({ ...wanted, education: usualEducation(wanted.detail) });

/**
 * Common practice by the first digit of the group; never a filter.
 * Source: ISCO-08, skill levels of the major groups (ILO 2012, volume 1, table 1), as Indonesian certificates.
 */
function usualEducation(group: string): EducationLevel {
  const major = Number(group[0]);
  if (major === 1 || major === 2) return 'S1';
  if (major === 3) return 'D3';
  return major === 9 ? 'SD' : 'SMA';
}

const FIELDS = `id text, number integer, "labelId" text, "labelEn" text, aliases text[], status text,
  "replacedById" text, "escoUri" text, "broaderId" text, detail text, education text`;

// One statement a table: rows may refer to rows of the same statement, and keys are compared at its end.
const PUT_COMPETENCIES = `
  INSERT INTO competencies (id, number, kind, label_id, label_en, aliases, broader_id, status, replaced_by_id, esco_uri, taxonomy_version,
    created_version)
  SELECT id, number, detail, "labelId", "labelEn", aliases, "broaderId", status, "replacedById", "escoUri", $2, $2
  FROM json_to_recordset($1::json) AS row(${FIELDS})
  ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, label_id = excluded.label_id, label_en = excluded.label_en,
    aliases = excluded.aliases, broader_id = excluded.broader_id, status = excluded.status,
    replaced_by_id = excluded.replaced_by_id, esco_uri = excluded.esco_uri,
    taxonomy_version = excluded.taxonomy_version, version = competencies.version + 1`;

const PUT_OCCUPATIONS = `
  INSERT INTO occupations (id, number, label_id, label_en, kbji_code, aliases, typical_education,
    typical_experience_years, usual_licence_ids, related_ids, status, replaced_by_id, esco_uri, taxonomy_version,
    created_version)
  SELECT id, number, "labelId", "labelEn", detail, aliases, education, 0, '{}', '{}', status, "replacedById", "escoUri", $2, $2
  FROM json_to_recordset($1::json) AS row(${FIELDS})
  ON CONFLICT (id) DO UPDATE SET label_id = excluded.label_id, label_en = excluded.label_en,
    kbji_code = excluded.kbji_code, aliases = excluded.aliases, status = excluded.status,
    replaced_by_id = excluded.replaced_by_id, esco_uri = excluded.esco_uri,
    taxonomy_version = excluded.taxonomy_version, version = occupations.version + 1`;
