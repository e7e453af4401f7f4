import type { Candidate, Consent } from '../entities';

/** The consents to be matched of invented people, for the ledger. */
export const demoConsents = (
  candidates: readonly Pick<Candidate, 'id' | 'matchingConsentAt'>[],
): Partial<Consent>[] =>
  candidates.flatMap(({ id, matchingConsentAt }) =>
    matchingConsentAt === null
      ? []
      : [
          {
            candidateId: id,
            purpose: 'MATCHING' as const,
            textVersion: '1',
            grantedAt: matchingConsentAt,
            channel: 'DEMO' as const,
          },
        ],
  );
