import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import { ApiKey } from '../../entities';
import { errors } from '../../errors';
import { officeDay } from '../../text/office-day';
import type { GuardedCount } from '../matching/guarded-count';
import { officerOf } from '../offices/officer-of';
import type { RunAs } from '../transaction';
import { actorOf, type Portal, type Viewer } from '../viewer';
import { addMonths, monthOf } from './months';
import { type TellCount, tellCount } from './tell-count';

/** What was counted of one vacancy in the month. */
export interface VacancyCounts {
  readonly vacancyId: string;
  readonly views: number;
  readonly opens: number;
}

/** A month of a portal as it may be told. */
export interface PortalReport {
  readonly keyId: string;
  readonly name: string;
  readonly code: string;
  /** `YYYY-MM`. */
  readonly month: string;
  /** Whether the month is over. */
  readonly isFinal: boolean;
  /** Sums of what is told of the vacancies, and of nothing else. */
  readonly views: number;
  readonly opens: number;
  /** The most viewed first. */
  readonly vacancies: readonly ToldVacancy[];
}

export interface ToldVacancy {
  readonly vacancyId: string;
  readonly views: GuardedCount;
  readonly opens: GuardedCount;
}

interface Deps {
  readAs: RunAs;
  clock: Clock;
  portalSecret: string;
}

/** The month of the key that asks. Cost: 1 query. */
export const readOwnReport =
  ({ readAs, ...deps }: Deps) =>
  (portal: Portal, month: string): Promise<PortalReport> =>
    readAs('system', async (manager) => {
      const { keyId: id, name, code } = portal;
      return await readMonth(manager, { id, name, portalCode: code }, month, deps);
    });

/**
 * The month of any key inside the officer's area.
 *
 * Errors: OFFICE_ONLY; NOT_FOUND, the same for a missing key and one of another region. Cost: 3 queries.
 */
export const readReportOfKey =
  ({ readAs, ...deps }: Deps) =>
  (viewer: Viewer, keyId: string, month: string): Promise<PortalReport> =>
    readAs(actorOf(viewer), async (manager) => {
      await officerOf(manager, ['OFFICER']);
      const key = await manager.findOneBy(ApiKey, { id: keyId });
      if (key === null) throw errors.object.notFound('apiKeyId');
      return await readMonth(manager, key, month, deps);
    });

async function readMonth(
  manager: EntityManager,
  key: Pick<ApiKey, 'id' | 'name' | 'portalCode'>,
  month: string,
  { clock, portalSecret }: Omit<Deps, 'readAs'>,
): Promise<PortalReport> {
  const counts = await manager.query<VacancyCounts[]>(
    `SELECT vacancy_id AS "vacancyId", sum(views)::integer AS views, sum(opens)::integer AS opens
     FROM portal_counts WHERE api_key_id = $1 AND day >= $2::date AND day < $3::date
     GROUP BY vacancy_id`,
    [key.id, `${month}-01`, addMonths(month, 1)],
  );
  const { id: keyId, name, portalCode: code } = key;
  const isFinal = monthOf(officeDay(clock.now())) > month;
  const tellOf = tellCount(portalSecret);
  const told = tell(counts, (count, name) => tellOf(count, `${keyId} ${month} ${name}`));
  return { keyId, name, code, month, isFinal, ...told };
}

/**
 * What may be told of the counts: each under five is hidden, and sums are of what is told, so that they add nothing to it.
 * A vacancy of which nothing may be told is not named at all.
 */
export function tell(
  counts: readonly VacancyCounts[],
  tellOf: TellCount,
): Pick<PortalReport, 'views' | 'opens' | 'vacancies'> {
  const vacancies = counts
    .map(({ vacancyId, views, opens }) => ({
      vacancyId,
      views: tellOf(views, `views ${vacancyId}`),
      opens: tellOf(opens, `opens ${vacancyId}`),
    }))
    .filter(({ views, opens }) => views.value !== null || opens.value !== null)
    .sort(byViews);
  return {
    vacancies,
    views: sum(vacancies.map(({ views }) => views.value)),
    opens: sum(vacancies.map(({ opens }) => opens.value)),
  };
}

/** Among equals by opens, then by id: hidden counts move nothing. */
const byViews = (a: ToldVacancy, b: ToldVacancy): number =>
  (b.views.value ?? 0) - (a.views.value ?? 0) ||
  (b.opens.value ?? 0) - (a.opens.value ?? 0) ||
  (a.vacancyId < b.vacancyId ? -1 : 1);

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);
