import type { Client } from 'pg';
import { cosine, type Rules, weighGrams } from '../../src/evaluation/oracle-taxonomy';
import type { AreaNumber } from '../../src/matching/core/area';
import type { SimilarPair } from '../../src/matching/core/label-vectors';
import type { CompetencyKind } from '../../src/matching/core/taxonomy-rows';

/** The rules with the numbers under which the tables' ids stand in them. */
export interface NumberedRules extends Rules {
  readonly competencies: ReadonlyMap<string, number>;
  readonly occupations: ReadonlyMap<string, number>;
}

interface Concept {
  id: string;
  label: string;
}

/** Below this cosine two labels count as unrelated. Source: docs/MATCHING.md. */
const LEAST_SIMILARITY = 0.3;

/** Reads the reference data with statements and numbers of its own: nothing here is shared with the service. */
export async function readRules(client: Client): Promise<NumberedRules> {
  const { rows: competencies } = await client.query<Concept & { kind: CompetencyKind }>(
    'SELECT id, label_id AS label, kind FROM competencies ORDER BY number',
  );
  const { rows: occupations } = await client.query<Concept & { code: string }>(
    'SELECT id, label_id AS label, kbji_code AS code FROM occupations ORDER BY number',
  );
  const { rows: relations } = await client.query<{
    source: string;
    target: string;
    kind: string;
    strength: number;
  }>(
    'SELECT source_id AS source, target_id AS target, kind, strength_bp AS strength FROM competency_relations',
  );
  const { rows: demands } = await client.query<{ job: string; needs: string; necessity: string }>(
    'SELECT occupation_id AS job, competency_id AS needs, necessity FROM occupation_competencies',
  );
  const competencyAt = places(competencies);
  const occupationAt = places(occupations);
  const links = (kind: string) =>
    relations
      .filter((relation) => relation.kind === kind)
      .map(({ source, target, strength }) => ({
        from: at(competencyAt, source),
        to: at(competencyAt, target),
        strengthBp: strength,
      }));
  return {
    competencies: competencyAt,
    occupations: occupationAt,
    centroids: await readCentroids(client),
    rows: {
      version: 1,
      competencies,
      occupations,
      implies: links('IMPLIES'),
      substitutes: links('SUBSTITUTE'),
      similar: compareLabels(competencies.map(({ label }) => label)),
      demands: demands.map(({ job, needs, necessity }) => ({
        occupation: at(occupationAt, job),
        competency: at(competencyAt, needs),
        isEssential: necessity === 'ESSENTIAL',
      })),
    },
  };
}

/** The number in a map. Errors: when the id is unknown. */
export function at(numbers: ReadonlyMap<string, number>, id: string): number {
  const number = numbers.get(id);
  if (number === undefined) throw new Error(`unknown id ${id}`);
  return number;
}

/** `72.71.01.1004` → 727101, `72` → 720000, the nation → 0. */
export function areaOf(code: string): AreaNumber {
  const digits = code === 'ID' ? '' : code.replaceAll('.', '').slice(0, 6);
  return Number(digits.padEnd(6, '0'));
}

const places = (concepts: readonly Concept[]) =>
  new Map(concepts.map(({ id }, number) => [id, number]));

async function readCentroids(client: Client) {
  const { rows } = await client.query<{ code: string; latitude: number; longitude: number }>(
    "SELECT code, latitude, longitude FROM regions WHERE latitude IS NOT NULL AND level NOT IN ('VILLAGE', 'NATION')",
  );
  return rows.map(({ code, latitude, longitude }) => ({ area: areaOf(code), latitude, longitude }));
}

/** Every pair of labels, compared one by one. */
function compareLabels(labels: readonly string[]): SimilarPair[] {
  const vectors = weighGrams(labels);
  return vectors.flatMap((vector, b) =>
    vectors.slice(0, b).flatMap((other, a) => {
      const similarity = cosine(other, vector);
      if (similarity < LEAST_SIMILARITY) return [];
      return [{ a, b, similarityBp: Math.round(similarity * 10_000) }];
    }),
  );
}
