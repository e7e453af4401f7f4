import type { EntityManager } from 'typeorm';
import type { Contact } from '../../entities';
import { type ConsentPurpose, sharingPurposes } from '../../entities/vocabulary';
import { sharingEnd, textProblems } from '../consents/grant-consent';
import { endConsents, recordConsent } from '../consents/ledger';
import { type Problem, problem } from '../problems';
import type { ContactPair } from './contact-rows';

/** What a person agrees to while applying, and the text that they read. */
export interface GivenShare {
  readonly purpose: ConsentPurpose;
  readonly textVersion: string;
}

/** Why somebody cannot apply with these: without the one that says who they are, or to words no longer in use. */
export function shareProblems(shares: readonly GivenShare[]): Problem[] {
  if (!shares.some(({ purpose }) => purpose === 'SHARE_WITH_EMPLOYER')) {
    return [problem('CONSENT_REQUIRED', 'share')];
  }
  return shares.flatMap(({ purpose, textVersion }, index) =>
    textProblems(purpose, textVersion, `share.${index}.textVersion`),
  );
}

/** Writes down what a person agrees to for one vacancy; it ends by itself. Cost: 3 queries each. */
export async function giveShares(
  manager: EntityManager,
  { candidateId, employerId, vacancyId }: ContactPair,
  shares: readonly GivenShare[],
  at: Date,
): Promise<void> {
  for (const { purpose, textVersion } of shares) {
    await recordConsent(manager, {
      ...{ candidateId, employerId, vacancyId, purpose, textVersion, at },
      expiresAt: sharingEnd(at),
      channel: 'SELF',
    });
  }
}

/**
 * Ends what a person agreed to by the last application for a vacancy; what was agreed to apart from it stays.
 *
 * Cost: 4 queries.
 */
export async function endShares(
  manager: EntityManager,
  { candidateId, employerId, vacancyId, appliedAt }: Contact,
  at: Date,
): Promise<void> {
  if (appliedAt === null) return;
  const given = { candidateId, employerId, vacancyId, grantedAt: appliedAt, at };
  for (const purpose of sharingPurposes) await endConsents(manager, { ...given, purpose });
}
