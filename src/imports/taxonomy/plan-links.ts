import { escoUri, refuseCell } from './concept-rows';
import type { Drafts } from './draft-concepts';
import type { FaultList } from './faults';
import { ImplicationGraph } from './implication-graph';
import type { KnownConcept, KnownLink, KnownTaxonomy } from './known-taxonomy';
import type { TableRow, Tables } from './read-tables';

export interface PlannedLinks {
  readonly graph: ImplicationGraph;
  /** Links that are not there yet. */
  readonly fresh: readonly KnownLink[];
  readonly unchanged: number;
  /** Rows of `broader` that name a group of skills: groups order a list and are nothing that one can do. */
  readonly groupRows: number;
}

const linkKey = ({ source, kind, target }: KnownLink) => `${kind} ${source} ${target}`;

/**
 * What competencies imply and what replaced them; rows that would close a cycle are noted and left out (I27).
 *
 * An essential skill of a skill and its broader skill are implied; an optional one is only related.
 * Shape: fills in `broaderId` and `replacedById` of the drafts.
 */
export function planLinks(
  tables: Tables,
  drafts: Drafts,
  known: KnownTaxonomy,
  faults: FaultList,
): PlannedLinks {
  const implied = known.links.filter(({ kind }) => kind === 'IMPLIES');
  const graph = new ImplicationGraph(
    replacementsOf(known.competencies),
    implied.map(({ source, target }) => [source, target] as const),
  );
  planReplacements('skill', drafts, graph, faults);
  const taken = new Set(known.links.map(linkKey));
  const fresh: KnownLink[] = [];
  let unchanged = 0;
  const put = (row: TableRow, column: string, link: KnownLink): boolean => {
    if (link.kind === 'IMPLIES' && !graph.add(link.source, link.target)) {
      refuseCell(faults, row, column, 'CYCLE', 'would imply itself in the end');
      return false;
    }
    const key = linkKey(link);
    if (taken.has(key)) unchanged += 1;
    else fresh.push(link);
    taken.add(key);
    return true;
  };
  for (const row of tables.skillSkills) {
    const source = knownSkill(drafts, row, 'skill', faults);
    const target = knownSkill(drafts, row, 'related', faults);
    const kind = { essential: 'IMPLIES', optional: 'RELATED' }[row.cells.relation ?? ''];
    if (kind === undefined) {
      refuseCell(faults, row, 'relation', 'VALUE_INVALID', 'must be essential or optional');
    } else if (source !== null && target !== null) put(row, 'related', { source, kind, target });
  }
  const groupRows = planBroader(tables.broader, drafts, faults, put);
  return { graph, fresh, unchanged, groupRows };
}

/** What stands for deprecated concepts; a chain of replacements never comes back to its start. */
export function planReplacements(
  type: 'skill' | 'occupation',
  drafts: Drafts,
  graph: ImplicationGraph,
  faults: FaultList,
): void {
  for (const { wanted, row, isOwn } of drafts.byId.values()) {
    if (row.replacedByUri === null || isOwn) continue;
    const heir = drafts.idOf.get(row.replacedByUri);
    const refuse = refuseCell.bind(null, faults, row.row, 'replacedBy');
    if (heir === undefined) refuse('CONCEPT_UNKNOWN', `names no ${type} of the files`);
    else if (graph.replace(wanted.id, heir)) wanted.replacedById = heir;
    else refuse('CYCLE', 'would come back to itself, or imply itself in the end');
  }
}

export const replacementsOf = (concepts: readonly KnownConcept[]) =>
  concepts.flatMap(({ id, replacedById }) =>
    replacedById === null ? [] : [[id, replacedById] as const],
  );

function planBroader(
  rows: readonly TableRow[],
  drafts: Drafts,
  faults: FaultList,
  put: (row: TableRow, column: string, link: KnownLink) => boolean,
): number {
  const settled = new Set<string>();
  let groupRows = 0;
  for (const row of rows) {
    const [source, target] = [row.cells.uri, row.cells.broader].map((text) =>
      drafts.idOf.get(escoUri('skill', text ?? '') ?? ''),
    );
    if (source === undefined || target === undefined) {
      // Only a file that says so tells an unknown skill from a group.
      const isSkill = row.cells.broaderType === 'KnowledgeSkillCompetence';
      if (!isSkill) groupRows += 1;
      else refuseCell(faults, row, 'broader', 'CONCEPT_UNKNOWN', 'names no skill of the files');
      continue;
    }
    if (!put(row, 'broader', { source, kind: 'IMPLIES', target })) continue;
    const draft = drafts.byId.get(source);
    // The table has room for one: the first that is named.
    if (draft && !draft.isOwn && !settled.has(source)) draft.wanted.broaderId = target;
    settled.add(source);
  }
  return groupRows;
}

/** The id of the skill in a cell; null when it is none, which is noted. */
export function knownSkill(
  drafts: Drafts,
  row: TableRow,
  column: string,
  faults: FaultList,
): string | null {
  const id = drafts.idOf.get(escoUri('skill', row.cells[column] ?? '') ?? '');
  if (id === undefined) {
    refuseCell(faults, row, column, 'CONCEPT_UNKNOWN', 'names no skill of the files');
  }
  return id ?? null;
}
