import type { Clock } from '../../clock';
import { Consent } from '../../entities';
import { requireOwnCandidate } from '../candidates/change-own';
import { type Slice, type SliceRequest, sliceOf } from '../slice';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';

interface Deps {
  readAs: RunAs;
  clock: Clock;
}

/** A consent, and whether it holds now. */
export interface ListedConsent {
  consent: Consent;
  isLive: boolean;
}

/**
 * What the signed-in person agreed to, also what has ended, newest first, or one of it; a place is the id.
 *
 * Errors: CANDIDATE_ONLY. Cost: 3 queries.
 */
export const listConsents =
  ({ readAs, clock }: Deps) =>
  async (
    viewer: Viewer,
    request: SliceRequest<string>,
    only: string | null = null,
  ): Promise<Slice<ListedConsent>> => {
    const own = await requireOwnCandidate(readAs, viewer);
    const now = clock.now();
    return await readAs(`candidate:${own.id}`, async (manager) => {
      const query = manager
        .createQueryBuilder(Consent, 'consent')
        .where('consent.candidateId = :own', { own: own.id });
      if (only !== null) query.andWhere('consent.id = :only', { only });
      const total = await query.getCount();
      if (request.after !== null) {
        query.andWhere(
          `(consent.grantedAt, consent.id) < (
             SELECT before.granted_at, before.id FROM consents before WHERE before.id = :after)`,
          { after: request.after },
        );
      }
      const consents = await query
        .orderBy('consent.grantedAt', 'DESC')
        .addOrderBy('consent.id', 'DESC')
        .limit(request.first + 1)
        .getMany();
      const listed = consents.map((consent) => ({ consent, isLive: isLive(consent, now) }));
      return sliceOf(listed, request, total, ({ consent }) => consent.id);
    });
  };

const isLive = ({ withdrawnAt, expiresAt }: Consent, now: Date): boolean =>
  withdrawnAt === null && (expiresAt === null || expiresAt > now);
