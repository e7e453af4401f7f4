import { FraudReport } from '../../entities';
import type { FraudReportState, OfficeRole } from '../../entities/vocabulary';
import { officeOf } from '../offices/office-of';
import { type Slice, type SliceRequest, sliceOf } from '../slice';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';

type ReportPlace = readonly [at: string, id: string];

/** Who reads what was reported; officers alone decide. */
const readers: readonly OfficeRole[] = ['OFFICER', 'AUDITOR'];

/**
 * Reports about vacancies of the viewer's area, and those that name none, the longest waiting first.
 *
 * Ties: by id. Errors: OFFICE_ONLY. Cost: 3 queries.
 */
export const listReports =
  ({ readAs }: { readAs: RunAs }) =>
  (
    viewer: Viewer,
    state: FraudReportState | null,
    request: SliceRequest<ReportPlace>,
  ): Promise<Slice<FraudReport>> =>
    readAs(actorOf(viewer), async (manager) => {
      await officeOf(manager, readers);
      const query = manager.createQueryBuilder(FraudReport, 'report');
      if (state !== null) query.andWhere('report.state = :state', { state });
      const total = await query.getCount();
      if (request.after !== null) {
        const [at, id] = request.after;
        query.andWhere('(report.filedAt, report.id) > (:at, :id)', { at, id });
      }
      const rows = await query
        .orderBy('report.filedAt')
        .addOrderBy('report.id')
        .limit(request.first + 1)
        .getMany();
      return sliceOf(rows, request, total, (row) => [row.filedAt.toISOString(), row.id]);
    });

/** A report that the viewer may read; null for every other one. Errors: OFFICE_ONLY. Cost: 2 queries. */
export const findReport =
  ({ readAs }: { readAs: RunAs }) =>
  (viewer: Viewer, id: string): Promise<FraudReport | null> =>
    readAs(actorOf(viewer), async (manager) => {
      await officeOf(manager, readers);
      return await manager.findOneBy(FraudReport, { id });
    });
