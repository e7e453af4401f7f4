import type { EntityManager } from 'typeorm';
import { MatchList, StandingMatch } from '../../src/entities';

/** Somebody on a vacancy's standing list. */
export async function aStanding(
  manager: EntityManager,
  { vacancyId, candidateId }: { vacancyId: string; candidateId: string },
  values: Partial<StandingMatch> = {},
): Promise<void> {
  const list = { vacancyId, month: 0, taxonomyVersion: 1 };
  await manager.createQueryBuilder().insert().into(MatchList).values(list).orIgnore().execute();
  await manager.insert(StandingMatch, {
    ...{ vacancyId, candidateId, scoreBp: 6_000, verified: 0, confirmedMonth: 0, person: 1 },
    ...{ tie: '0', verdict: 'POSSIBLE', ...values },
  });
}
