import { type EntityManager, In } from 'typeorm';
import { CandidateCompetency, Occupation, OccupationCompetency } from '../../entities';
import type { ConceptMatch } from '../../text/concepts';
import type { ConceptReader } from '../reference/concepts';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';
import { findOwnCandidate } from './own-candidate';

/** Occupations that one answer unfolds. Source: our choice; who did more asks again. */
const MOST_OCCUPATIONS = 3;

/** A competency to be ticked. */
export interface TickBox {
  need: OccupationCompetency;
  /** Null = the person does not hold it. */
  held: CandidateCompetency | null;
}

export interface GuidedOccupation {
  occupation: Occupation;
  /** The essential ones first. */
  tickBoxes: readonly TickBox[];
}

/** What somebody who worked as this can probably do; nothing of it is stored before it is confirmed. */
export interface GuidedStart {
  /** What the words were taken for. */
  understood: readonly ConceptMatch[];
  occupations: readonly GuidedOccupation[];
}

/** The words of the person, or an occupation that was chosen. */
export type WorkedAs = { text: string } | { occupationId: string };

interface Deps {
  manager: EntityManager;
  readAs: RunAs;
  reader: ConceptReader;
}

/**
 * What the work needs that the signed-in person did, with what they hold of it already.
 *
 * Shape: no occupations for words that name none; nothing is held by an account that is nobody's.
 * Cost: 4 queries beside the words.
 */
export const guidedStart =
  ({ manager, readAs, reader }: Deps) =>
  async (viewer: Viewer, workedAs: WorkedAs): Promise<GuidedStart> => {
    const understood = 'text' in workedAs ? await readOccupations(reader, workedAs.text) : [];
    const named = 'text' in workedAs ? understood.map(({ id }) => id) : [workedAs.occupationId];
    const ids = [...new Set(named)].slice(0, MOST_OCCUPATIONS);
    if (ids.length === 0) return { understood, occupations: [] };
    const found = await manager.findBy(Occupation, { id: In(ids), status: 'ACTIVE' });
    const needs = await manager.find(OccupationCompetency, {
      where: { occupationId: In(ids) },
      // 'ESSENTIAL' stands before 'OPTIONAL'.
      order: { necessity: 'ASC', typicalLevel: 'DESC', competencyId: 'ASC' },
    });
    const held = await readHeld(
      readAs,
      viewer,
      needs.map(({ competencyId }) => competencyId),
    );
    const occupations = ids.flatMap((id) => {
      const occupation = found.find((one) => one.id === id);
      if (occupation === undefined) return [];
      const tickBoxes = needs
        .filter(({ occupationId }) => occupationId === id)
        .map((need) => ({ need, held: held.get(need.competencyId) ?? null }));
      return [{ occupation, tickBoxes }];
    });
    return { understood, occupations };
  };

/** Everyday titles, typos forgiven; words that name nothing whole are read as the beginning of a title. */
async function readOccupations(
  reader: ConceptReader,
  text: string,
): Promise<readonly ConceptMatch[]> {
  const found = await reader.resolve(text, ['OCCUPATION']);
  return found.length > 0 ? found : await reader.suggest(text, ['OCCUPATION'], MOST_OCCUPATIONS);
}

async function readHeld(
  readAs: RunAs,
  viewer: Viewer,
  competencyIds: readonly string[],
): Promise<Map<string, CandidateCompetency>> {
  const own = await findOwnCandidate(readAs, viewer);
  if (own === null) return new Map();
  const rows = await readAs(`candidate:${own.id}`, (manager) =>
    manager.findBy(CandidateCompetency, {
      candidateId: own.id,
      competencyId: In([...competencyIds]),
    }),
  );
  return new Map(rows.map((row) => [row.competencyId, row]));
}
