import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import { officeDay } from '../../text/office-day';
import { employerOf } from '../accounts/employer-of';
import type { Problem } from '../problems';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';
import { checkReferences } from './check-references';
import { checkDraft, type VacancyDraft } from './draft';
import { type Remark, remarksOn } from './draft-remarks';
import { publishProblems } from './publish-gate';

/** What would keep a draft from being published, and what would make it better. */
export interface DraftReview {
  problems: readonly Problem[];
  remarks: readonly Remark[];
}

interface Deps {
  manager: EntityManager;
  readAs: RunAs;
  clock: Clock;
}

/**
 * Reads a draft that is stored nowhere.
 *
 * Errors: EMPLOYER_ONLY.
 * Cost: at most 5 queries.
 */
export const checkVacancyDraft =
  ({ manager, readAs, clock }: Deps) =>
  async (viewer: Viewer, draft: VacancyDraft): Promise<DraftReview> => {
    const now = clock.now();
    await employerOf(readAs, viewer, now);
    const minimum = await findMinimumWage(manager, draft.regionCodes, now);
    return {
      problems: [
        ...checkDraft(draft),
        ...(await checkReferences(manager, draft)),
        ...publishProblems(draft, now),
      ],
      remarks: remarksOn(draft, minimum, now),
    };
  };

/** The lowest of the minimum wages of these places: of the regency, else of the province. */
async function findMinimumWage(
  manager: EntityManager,
  regionCodes: readonly string[],
  at: Date,
): Promise<number | null> {
  if (regionCodes.length === 0) return null;
  const [row] = await manager.query<{ amount: string | null }[]>(
    `SELECT min(found.amount_idr) AS amount FROM unnest($1::text[]) AS place (code)
     CROSS JOIN LATERAL (
       SELECT w.amount_idr FROM minimum_wages w
       WHERE w.kind IN ('UMK', 'UMP') AND w.sector = '' AND $2::date BETWEEN w.valid_from AND w.valid_to
         AND (place.code = w.area_code OR starts_with(place.code, w.area_code || '.'))
       ORDER BY length(w.area_code) DESC LIMIT 1) found`,
    [regionCodes, officeDay(at)],
  );
  return row?.amount ? Number(row.amount) : null;
}
