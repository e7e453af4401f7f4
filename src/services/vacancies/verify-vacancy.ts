import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import { Vacancy } from '../../entities';
import type { VerificationStatus } from '../../entities/vocabulary';
import type { RunAs } from '../transaction';
import { readVerifyCode } from './codes';
import { outcomeOf, type VerifyOutcome } from './verify-outcome';

/** What is said of an ad by its code. */
export interface Verified {
  readonly outcome: VerifyOutcome;
  /** Null where the public may not see it, and for an unknown code. */
  readonly vacancy: Vacancy | null;
  /** How its employer stands; null without a vacancy. */
  readonly verification: VerificationStatus | null;
  readonly checkedAt: Date;
}

interface Deps {
  readAs: RunAs;
  clock: Clock;
}

/**
 * What the office says of an ad with this code, as everybody may know it, whoever asks.
 *
 * A vacancy that was public and is hidden now is SUSPENDED and nothing else is told of it; one that never was is an unknown
 * code, asked for with the same queries.
 * Cost: 1 query for what is public, else 2; none for what cannot be a code.
 */
export const verifyVacancy =
  ({ readAs, clock }: Deps) =>
  async (typed: string): Promise<Verified> => {
    const checkedAt = clock.now();
    const hidden = { vacancy: null, verification: null, checkedAt };
    const verifyCode = readVerifyCode(typed);
    if (verifyCode === null) return { ...hidden, outcome: 'UNKNOWN_CODE' };
    const vacancy = await readAs('public', (manager) =>
      manager.findOne(Vacancy, { where: { verifyCode }, relations: { employer: true } }),
    );
    if (vacancy === null) {
      const wasPublic = await readAs('system', (manager) => wasOncePublic(manager, verifyCode));
      return { ...hidden, outcome: wasPublic ? 'SUSPENDED' : 'UNKNOWN_CODE' };
    }
    const { verification } = vacancy.employer;
    const outcome = outcomeOf({ ...vacancy, verification }, checkedAt);
    return { outcome, vacancy, verification, checkedAt };
  };

async function wasOncePublic(manager: EntityManager, verifyCode: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    'SELECT 1 FROM vacancies WHERE verify_code = $1 AND published_at IS NOT NULL',
    [verifyCode],
  );
  return rows.length > 0;
}
