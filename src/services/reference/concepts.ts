import type { EntityManager, EntityTarget } from 'typeorm';
import { Competency, Occupation } from '../../entities';
import type { CompetencyKind } from '../../entities/vocabulary';
import type { ConceptMatch, ConceptType } from '../../text/concepts';
import { type Slice, type SliceRequest, sliceOf } from '../slice';
import { type NoteTerm, noteEntry } from '../terms/note-words';
import type { Viewer } from '../viewer';

export const conceptTypes = ['COMPETENCY', 'OCCUPATION', 'REGION'] as const satisfies ConceptType[];
export type { ConceptType } from '../../text/concepts';

/** Finds concepts by the words of people, typos forgiven. */
export interface ConceptReader {
  /** What a text names, in reading order, each with the words that led to it. */
  resolve(text: string, types: readonly ConceptType[]): Promise<readonly ConceptMatch[]>;
  /** What somebody who has typed `q` may mean, best first. */
  suggest(
    q: string,
    types: readonly ConceptType[],
    first: number,
  ): Promise<readonly ConceptMatch[]>;
}

/** Most concepts that a search by words finds; more means that the words say too little. */
const MAX_FOUND_CONCEPTS = 100;

interface Deps {
  manager: EntityManager;
  reader: ConceptReader;
  note: NoteTerm;
}

export interface CompetencyFilter {
  q: string | null;
  kind: CompetencyKind | null;
}

/**
 * Competencies: with words the best first, else by id. Deprecated ones are found by id only.
 * Words in vain are counted of who is signed in only.
 *
 * Cost: 2 queries, or one search and one query.
 */
export const listCompetencies =
  ({ manager, reader, note }: Deps) =>
  async (
    viewer: Viewer | null,
    { q, kind }: CompetencyFilter,
    request: SliceRequest<string | number>,
  ): Promise<Slice<Competency>> => {
    if (q === null) return listById(manager, Competency, kind === null ? {} : { kind }, request);
    const found = await findByWords(manager, reader, Competency, 'COMPETENCY', q);
    if (viewer !== null && found.length === 0) noteEntry(note, viewer, q, 'COMPETENCY', 'query');
    return sliceFound(
      found.filter((competency) => kind === null || competency.kind === kind),
      request,
    );
  };

/** Occupations: with words the best first, else by id. Cost: as `listCompetencies`. */
export const listOccupations =
  ({ manager, reader, note }: Deps) =>
  async (
    viewer: Viewer | null,
    { q }: { q: string | null },
    request: SliceRequest<string | number>,
  ): Promise<Slice<Occupation>> => {
    if (q === null) return listById(manager, Occupation, {}, request);
    const found = await findByWords(manager, reader, Occupation, 'OCCUPATION', q);
    if (viewer !== null && found.length === 0) noteEntry(note, viewer, q, 'OCCUPATION', 'query');
    return sliceFound(found, request);
  };

type Concept = Competency | Occupation;

async function listById<T extends Concept>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  where: { kind?: CompetencyKind },
  request: SliceRequest,
): Promise<Slice<T>> {
  const query = manager.createQueryBuilder(entity, 'concept').where({ ...where, status: 'ACTIVE' });
  const total = await query.getCount();
  if (request.after !== null) query.andWhere('concept.id > :after', { after: request.after });
  const read = await query
    .orderBy('concept.id')
    .take(request.first + 1)
    .getMany();
  return sliceOf(read, request, total, (concept) => concept.id);
}

async function findByWords<T extends Concept>(
  manager: EntityManager,
  reader: ConceptReader,
  entity: EntityTarget<T>,
  type: ConceptType,
  q: string,
): Promise<T[]> {
  const matches = await reader.suggest(q, [type], MAX_FOUND_CONCEPTS);
  if (matches.length === 0) return [];
  const ids = matches.map((match) => match.id);
  const rows = await manager
    .createQueryBuilder(entity, 'concept')
    .where('concept.id IN (:...ids)', { ids })
    .andWhere("concept.status = 'ACTIVE'")
    .getMany();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The found concepts stand in one list, so that a place in it is its index. */
function sliceFound<T>(found: readonly T[], request: SliceRequest): Slice<T> {
  const start = typeof request.after === 'number' ? request.after + 1 : 0;
  const read = found.slice(start, start + request.first + 1);
  const slice = sliceOf(read, request, found.length, (_, index) => start + index);
  return { ...slice, totalIsExact: found.length < MAX_FOUND_CONCEPTS };
}
