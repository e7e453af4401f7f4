import type { EntityManager } from 'typeorm';
import { errors } from '../../errors';
import { isInOffice, officeOf, worksAsAuditor } from '../offices/office-of';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';
import { type RankingReplay, replayRanking } from './replay-ranking';

/** A replay as an office sees it; its places one by one are for auditors. */
export type AuditedRanking = Omit<RankingReplay, 'placeAt'> & {
  readonly placeAt: RankingReplay['placeAt'] | null;
};

/**
 * Recomputes a sealed order for a labour office in whose area the vacancy is.
 *
 * Errors: OFFICE_ONLY; NOT_FOUND for an order of another area, as for a missing one and one that is not sealed.
 * Cost: that of a replay, and 3 queries.
 */
export const auditRanking =
  ({ readAs }: { readAs: RunAs }) =>
  async (viewer: Viewer, snapshotId: string): Promise<AuditedRanking> => {
    const { office, isAuditor } = await readAs(actorOf(viewer), async (manager) => ({
      office: await officeOf(manager),
      isAuditor: await worksAsAuditor(manager),
    }));
    const areas = await readAs('system', (manager) => readAreas(manager, snapshotId));
    const isOwn = areas.some((code) => isInOffice(office, code));
    const replay = isOwn ? await replayRanking({ readAs })(snapshotId) : null;
    if (replay === null) throw errors.object.notFound('snapshotId');
    return { ...replay, placeAt: isAuditor ? replay.placeAt : null };
  };

async function readAreas(manager: EntityManager, snapshotId: string): Promise<string[]> {
  const rows: { code: string }[] = await manager.query(
    `SELECT r.region_code AS code FROM ranking_snapshots s
     JOIN vacancy_regions r ON r.vacancy_id = s.vacancy_id WHERE s.id = $1`,
    [snapshotId],
  );
  return rows.map(({ code }) => code);
}
