import type { OccupationNecessity } from '../../entities/vocabulary';
import { escoUri, refuseCell } from './concept-rows';
import type { Draft, Drafts } from './draft-concepts';
import type { FaultList } from './faults';
import type { ImplicationGraph } from './implication-graph';
import type { KnownDemand, KnownTaxonomy } from './known-taxonomy';
import { knownSkill } from './plan-links';
import type { TableRow } from './read-tables';

/** A rank that stands on fewer competencies says little. Source: issue 2/5, item 9. */
export const LEAST_COMPETENCIES = 4;

export interface PlannedDemands {
  /** New or with another necessity. */
  readonly fresh: readonly KnownDemand[];
  readonly unchanged: number;
  /** Rows of occupations of our own: they keep what they need. */
  readonly ownRows: number;
  /** Ids of new occupations that need too little to be taken. */
  readonly leftOut: ReadonlySet<string>;
}

/**
 * What occupations need. Those that would need fewer than four competencies are noted: a new one is left out, a known
 * one goes out of use.
 */
export function planDemands(
  rows: readonly TableRow[],
  { skills, occupations }: { skills: Drafts; occupations: Drafts },
  known: KnownTaxonomy,
  graph: ImplicationGraph,
  faults: FaultList,
): PlannedDemands {
  const before = new Map(known.demands.map((each) => [demandKey(each), each]));
  const after = new Map<string, KnownDemand>();
  let ownRows = 0;
  for (const row of rows) {
    const demand = readDemand(row, { skills, occupations }, faults);
    if (demand === null) continue;
    if (occupations.byId.get(demand.occupation)?.isOwn) ownRows += 1;
    else if (after.get(demandKey(demand))?.necessity !== 'ESSENTIAL') {
      after.set(demandKey(demand), demand);
    }
  }
  const isUsable = usableSkills(skills, known, graph);
  const needs = new Map<string, Set<string>>();
  for (const { occupation, competency } of [...known.demands, ...after.values()]) {
    const heir = isUsable(competency);
    if (heir === null) continue;
    const set = needs.get(occupation) ?? new Set();
    needs.set(occupation, set.add(heir));
  }
  const leftOut = refuseThin(occupations, needs, faults);
  const kept = [...after.values()].filter(({ occupation }) => !leftOut.has(occupation));
  const fresh = kept.filter((each) => before.get(demandKey(each))?.necessity !== each.necessity);
  return { fresh, unchanged: kept.length - fresh.length, ownRows, leftOut };
}

const demandKey = ({ occupation, competency }: KnownDemand) => `${occupation} ${competency}`;

function readDemand(
  row: TableRow,
  { skills, occupations }: { skills: Drafts; occupations: Drafts },
  faults: FaultList,
): KnownDemand | null {
  const occupation = occupations.idOf.get(escoUri('occupation', row.cells.occupation ?? '') ?? '');
  const competency = knownSkill(skills, row, 'skill', faults);
  const necessity = (row.cells.relation ?? '').toUpperCase();
  const isNecessity = (text: string): text is OccupationNecessity =>
    text === 'ESSENTIAL' || text === 'OPTIONAL';
  if (occupation === undefined) {
    refuseCell(faults, row, 'occupation', 'CONCEPT_UNKNOWN', 'names no occupation of the files');
  } else if (!isNecessity(necessity)) {
    refuseCell(faults, row, 'relation', 'VALUE_INVALID', 'must be essential or optional');
  } else if (competency !== null) return { occupation, competency, necessity };
  return null;
}

/** The competency that stands for one now; null when that is out of use. */
function usableSkills(skills: Drafts, known: KnownTaxonomy, graph: ImplicationGraph) {
  const status = new Map(known.competencies.map((each) => [each.id, each.status]));
  for (const [id, { wanted }] of skills.byId) status.set(id, wanted.status);
  return (id: string): string | null => {
    const heir = graph.resolve(id);
    return status.get(heir) === 'ACTIVE' ? heir : null;
  };
}

function refuseThin(
  occupations: Drafts,
  needs: ReadonlyMap<string, ReadonlySet<string>>,
  faults: FaultList,
): Set<string> {
  const leftOut = new Set<string>();
  const isThin = ({ wanted, isOwn }: Draft) =>
    !isOwn && wanted.status === 'ACTIVE' && (needs.get(wanted.id)?.size ?? 0) < LEAST_COMPETENCIES;
  for (const draft of [...occupations.byId.values()].filter(isThin)) {
    const { wanted, known, row } = draft;
    const reason = `needs ${needs.get(wanted.id)?.size ?? 0} competencies, at least ${LEAST_COMPETENCIES} are asked for`;
    refuseCell(faults, row.row, 'uri', 'TOO_FEW_COMPETENCIES', reason);
    if (known === null) leftOut.add(wanted.id);
    else wanted.status = 'DEPRECATED';
  }
  return leftOut;
}
