import { IsNull } from 'typeorm';
import { Candidate } from '../../entities';
import type { RunAs } from '../transaction';

/**
 * How many active people no ranking considers, because they have not agreed to be matched.
 *
 * Cost: 1 query.
 */
export const countExcludedByConsent = (readAs: RunAs) => (): Promise<number> =>
  readAs('system', (manager) =>
    manager.countBy(Candidate, { status: 'ACTIVE', matchingConsentAt: IsNull() }),
  );
