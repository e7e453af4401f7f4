import type { SharedVacancy } from '../../../services/share/share-facts';
import type { VerifyOutcome } from '../../../services/vacancies/verify-outcome';
import type { AskPublic } from '../asking/ask-public';

/** What the page says of a code. */
export interface VerifiedView {
  readonly outcome: VerifyOutcome;
  readonly checkedAt: string;
  readonly warnings: readonly string[];
  readonly advice: string;
  readonly vacancy: SharedVacancy | null;
}

const VERIFY = `query Verify($code: String!) {
  verifyVacancy(code: $code) {
    outcome checkedAt warnings advice
    vacancy {
      slug title description verifyCode state closedReason validThrough isDemo
      wage { min max unit } employer { name verification } regions { name }
    }
  }
}`;

export async function loadVerified(ask: AskPublic, code: string): Promise<VerifiedView> {
  return (await ask<{ verifyVacancy: VerifiedView }>(VERIFY, { code })).verifyVacancy;
}
