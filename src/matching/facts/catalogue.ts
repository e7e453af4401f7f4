import { type Centroid, Geography } from '../core/geography';
import { countHolders } from '../core/rarity';
import { rememberLast } from '../core/remember-last';
import { similarLabels } from '../core/similar-labels';
import { CoreTaxonomy } from '../core/taxonomy';
import type {
  CompetencyKind,
  CompetencyRow,
  Demand,
  OccupationRow,
  TaxonomyRows,
} from '../core/taxonomy-rows';
import { areaNumber } from './area-codes';
import type { Queryable } from './queryable';

/** Ids and numbers of one kind of concept; a replaced concept has the number of what replaced it (I26). */
export interface ConceptNumbers {
  readonly numberOf: ReadonlyMap<string, number>;
  readonly idOf: readonly (string | undefined)[];
}

/** The reference data that every score stands on, of one moment. */
export interface Catalogue {
  readonly taxonomy: CoreTaxonomy;
  readonly geography: Geography;
  readonly competencies: ConceptNumbers;
  readonly occupations: ConceptNumbers;
}

/** The same as data, so that another thread can build it too. */
export interface CatalogueRows extends Pick<Catalogue, 'competencies' | 'occupations'> {
  readonly taxonomy: TaxonomyRows;
  readonly centroids: readonly Centroid[];
}

const similarOf = rememberLast((labels) => similarLabels(labels));

interface ConceptRow {
  id: string;
  number: number;
  label: string;
  replacedBy: string | null;
}

interface CompetencyRecord extends ConceptRow {
  kind: CompetencyKind;
}

interface OccupationRecord extends ConceptRow {
  code: string;
}

interface RelationRecord {
  from: string;
  to: string;
  kind: 'IMPLIES' | 'SUBSTITUTE';
  strengthBp: number;
}

interface DemandRecord {
  occupation: string;
  competency: string;
  isEssential: boolean;
}

/**
 * What every score stands on, as it is now.
 *
 * Errors: RangeError when the implications hold a cycle (I27).
 * Cost: 6 queries and a tenth of a second for a thousand competencies.
 */
export async function loadCatalogue(manager: Queryable): Promise<Catalogue> {
  return buildCatalogue(await readCatalogue(manager));
}

/** Errors: RangeError when the implications hold a cycle (I27). */
export const buildCatalogue = ({ taxonomy, centroids, ...numbers }: CatalogueRows): Catalogue => ({
  ...numbers,
  taxonomy: new CoreTaxonomy(taxonomy),
  geography: new Geography(centroids),
});

/** Reads competencies, occupations, their relations and the centroids. Cost: 6 queries. */
export async function readCatalogue(manager: Queryable): Promise<CatalogueRows> {
  const [{ version }] = await manager.query<{ version: number }[]>(
    'SELECT max(version) AS version FROM taxonomy_versions',
  );
  const competencyRows = await manager.query<CompetencyRecord[]>(
    'SELECT id, number, kind, label_id AS label, replaced_by_id AS "replacedBy" FROM competencies',
  );
  const occupationRows = await manager.query<OccupationRecord[]>(
    'SELECT id, number, label_id AS label, kbji_code AS code, replaced_by_id AS "replacedBy" FROM occupations',
  );
  const relations = await manager.query<RelationRecord[]>(
    `SELECT source_id AS "from", target_id AS "to", kind, strength_bp AS "strengthBp"
     FROM competency_relations WHERE kind IN ('IMPLIES', 'SUBSTITUTE')`,
  );
  const demandRows = await manager.query<DemandRecord[]>(
    `SELECT occupation_id AS occupation, competency_id AS competency, necessity = 'ESSENTIAL' AS "isEssential"
     FROM occupation_competencies ORDER BY occupation_id, competency_id`,
  );
  const competencies = numberConcepts(competencyRows);
  const occupations = numberConcepts(occupationRows);
  const links = relations.map(({ kind, strengthBp, ...ends }) => ({
    kind,
    strengthBp,
    from: numberIn(competencies, ends.from),
    to: numberIn(competencies, ends.to),
  }));
  const ordered = fillGaps<CompetencyRow>(competencyRows, { kind: 'SKILL', label: '' });
  const demands = mergeDemands(
    demandRows.map(({ occupation, competency, isEssential }) => ({
      occupation: numberIn(occupations, occupation),
      competency: numberIn(competencies, competency),
      isEssential,
    })),
  );
  const taxonomy: TaxonomyRows = {
    version,
    competencies: ordered,
    implies: links.filter(({ kind, from, to }) => kind === 'IMPLIES' && from !== to),
    substitutes: links.filter(({ kind, from, to }) => kind === 'SUBSTITUTE' && from !== to),
    similar: similarOf(ordered.map(({ label }) => label)),
    occupations: fillGaps<OccupationRow>(occupationRows, { code: '', label: '' }),
    demands,
    // Given, since the gaps among the numbers are no occupations.
    holders: countHolders(ordered.length, occupationRows.length, demands),
  };
  return { taxonomy, centroids: await readCentroids(manager), competencies, occupations };
}

/** Replacements make one of two: asked for once, and essential if either was. */
function mergeDemands(demands: readonly Demand[]): Demand[] {
  const merged = new Map<string, Demand>();
  for (const demand of demands) {
    const key = `${demand.occupation} ${demand.competency}`;
    if (demand.isEssential || !merged.has(key)) merged.set(key, demand);
  }
  return [...merged.values()];
}

async function readCentroids(manager: Queryable): Promise<Centroid[]> {
  const rows = await manager.query<{ code: string; latitude: number; longitude: number }[]>(
    `SELECT code, latitude, longitude FROM regions
     WHERE latitude IS NOT NULL AND longitude IS NOT NULL AND level IN ('PROVINCE', 'REGENCY_CITY', 'DISTRICT')`,
  );
  return rows.map(({ code, ...point }) => ({ area: areaNumber(code), ...point }));
}

function numberConcepts(rows: readonly ConceptRow[]): ConceptNumbers {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const idOf: (string | undefined)[] = [];
  for (const { id, number } of rows) idOf[number] = id;
  const resolve = (row: ConceptRow): number => {
    // As many steps as there are rows: a circle of replacements ends there.
    let at = row;
    for (let step = 0; step < rows.length && at.replacedBy !== null; step += 1) {
      at = byId.get(at.replacedBy) ?? at;
    }
    return at.number;
  };
  return { numberOf: new Map(rows.map((row) => [row.id, resolve(row)])), idOf };
}

function numberIn({ numberOf }: ConceptNumbers, id: string): number {
  const number = numberOf.get(id);
  if (number === undefined) throw new RangeError(`The taxonomy has no concept ${id}`);
  return number;
}

/** The core finds a concept at its number; numbers that nobody has get a row that nothing refers to. */
function fillGaps<Row extends object>(
  rows: readonly (Row & { number: number })[],
  empty: Row,
): Row[] {
  const filled: Row[] = [];
  for (const row of rows) filled[row.number] = row;
  return Array.from(filled, (row) => row ?? empty);
}
