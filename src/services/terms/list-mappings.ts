import type { MappedConceptType } from '../../entities/vocabulary';
import { officeOf } from '../offices/office-of';
import { type Slice, type SliceRequest, sliceOf } from '../slice';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';

/** Whether a word still means what an officer said. */
export const mappingStates = ['ACTIVE', 'RETIRED'] as const;
export type MappingState = (typeof mappingStates)[number];

/** A word that an officer explained. */
export interface ListedMapping {
  readonly revision: number;
  readonly term: string;
  readonly conceptType: MappedConceptType;
  readonly conceptId: string;
  readonly mappedAt: Date;
  /** Null while the word means this. */
  readonly retiredAt: Date | null;
  readonly byOwnOffice: boolean;
}

export interface MappingFilter {
  /** Null = either. */
  readonly state: MappingState | null;
  /** Only what the viewer's own offices explained. */
  readonly onlyOwnOffice: boolean;
}

const WANTED = `
  FROM padan_office_term_mappings()
  WHERE ($1::text IS NULL OR ($1 = 'ACTIVE') = (retired_at IS NULL)) AND (NOT $2::boolean OR by_own_office)`;

/**
 * What officers explained, the newest first; a place is the revision.
 *
 * Errors: OFFICE_ONLY. Cost: 3 queries over all that was ever explained, some thousands.
 */
export const listTermMappings =
  ({ readAs }: { readAs: RunAs }) =>
  (
    viewer: Viewer,
    { state, onlyOwnOffice }: MappingFilter,
    request: SliceRequest<number>,
  ): Promise<Slice<ListedMapping>> =>
    readAs(actorOf(viewer), async (manager) => {
      await officeOf(manager);
      const filter = [state, onlyOwnOffice];
      const [{ total }] = await manager.query<{ total: number }[]>(
        `SELECT count(*)::integer AS total ${WANTED}`,
        filter,
      );
      const rows = await manager.query<ListedMapping[]>(
        `SELECT revision, term, concept_type AS "conceptType", concept_id AS "conceptId", mapped_at AS "mappedAt",
           retired_at AS "retiredAt", by_own_office AS "byOwnOffice" ${WANTED}
           AND ($3::integer IS NULL OR revision < $3) ORDER BY revision DESC LIMIT $4`,
        [...filter, request.after, request.first + 1],
      );
      return sliceOf(rows, request, total, ({ revision }) => revision);
    });
