import { readConcepts, refuseCell } from './concept-rows';
import { type Draft, draftConcepts, isChanged } from './draft-concepts';
import type { FaultList } from './faults';
import { ImplicationGraph } from './implication-graph';
import type { KnownDemand, KnownLink, KnownTaxonomy } from './known-taxonomy';
import { planDemands } from './plan-demands';
import { planLinks, planReplacements, replacementsOf } from './plan-links';
import type { TableRow, Tables } from './read-tables';

/** How many concepts or links of a kind an import touches. */
export interface Changes {
  created: number;
  updated: number;
  unchanged: number;
}

/** Everything that an import is about to write. */
export interface TaxonomyPlan {
  readonly competencies: readonly Draft[];
  readonly occupations: readonly Draft[];
  readonly links: readonly KnownLink[];
  readonly demands: readonly KnownDemand[];
  readonly counts: {
    competencies: Changes & { linked: number };
    occupations: Changes & { linked: number; leftOut: number };
    links: { created: number; unchanged: number; groupRows: number };
    demands: { written: number; unchanged: number; ownRows: number };
  };
}

const KINDS: Readonly<Record<string, string>> = {
  '': 'SKILL',
  'skill/competence': 'SKILL',
  skill: 'SKILL',
  knowledge: 'KNOWLEDGE',
  attitude: 'ATTITUDE',
  language: 'LANGUAGE',
};

/** Works out what the tables change; rows at fault are noted in `faults`. Cost: O(rows), some 2 s for ESCO v1.2. */
export function planTaxonomy(
  tables: Tables,
  known: KnownTaxonomy,
  faults: FaultList,
): TaxonomyPlan {
  const skillRows = readConcepts('skill', tables.skills, tables.skillsId, faults, (row) => {
    const kind = KINDS[row.cells.type ?? ''];
    if (kind === undefined) refuseCell(faults, row, 'type', 'VALUE_INVALID', 'is no type of skill');
    return kind ?? null;
  });
  const occupationRows = readConcepts(
    'occupation',
    tables.occupations,
    tables.occupationsId,
    faults,
    groupReader(tables.groups, faults),
  );
  const skills = draftConcepts(skillRows, known.competencies, false);
  const occupations = draftConcepts(occupationRows, known.occupations, true);
  const links = planLinks(tables, skills, known, faults);
  const successors = new ImplicationGraph(replacementsOf(known.occupations), []);
  planReplacements('occupation', occupations, successors, faults);
  const drafts = { skills, occupations };
  const demands = planDemands(tables.occupationSkills, drafts, known, links.graph, faults);
  const kept = [...occupations.byId.values()].filter(
    ({ wanted }) => !demands.leftOut.has(wanted.id),
  );
  for (const { wanted } of kept) {
    if (wanted.replacedById && demands.leftOut.has(wanted.replacedById)) wanted.replacedById = null;
  }
  const all = [...skills.byId.values()];
  return {
    competencies: all.filter(isChanged),
    occupations: kept.filter(isChanged),
    links: links.fresh,
    demands: demands.fresh,
    counts: {
      competencies: { ...countChanges(all), linked: skills.linked },
      occupations: {
        ...countChanges(kept),
        linked: occupations.linked,
        leftOut: demands.leftOut.size,
      },
      links: {
        created: links.fresh.length,
        unchanged: links.unchanged,
        groupRows: links.groupRows,
      },
      demands: {
        written: demands.fresh.length,
        unchanged: demands.unchanged,
        ownRows: demands.ownRows,
      },
    },
  };
}

/** Reads the unit group of an occupation: four digits that the table of groups, if there is one, knows. */
function groupReader(groups: readonly TableRow[], faults: FaultList) {
  const codes = new Set(groups.map(({ cells }) => cells.code ?? ''));
  return (row: TableRow): string | null => {
    // ESCO codes go on behind the unit group: 2654.1.7.
    const code = /^\d{4}(?=$|\.)/.exec(row.cells.group ?? '')?.[0] ?? null;
    if (code !== null && (codes.size === 0 || codes.has(code))) return code;
    refuseCell(faults, row, 'group', 'VALUE_INVALID', 'is no ISCO-08 unit group of four digits');
    return null;
  };
}

function countChanges(drafts: readonly Draft[]): Changes {
  const created = drafts.filter(({ known }) => known === null).length;
  const changed = drafts.filter(isChanged).length;
  return { created, updated: changed - created, unchanged: drafts.length - changed };
}
