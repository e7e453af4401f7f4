import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import { FraudReport } from '../../entities';
import { AppError, errors } from '../../errors';
import type { CallerLimits } from '../../identity/caller-limits';
import { hashBody, MAX_IDEMPOTENCY_KEY_LENGTH, once } from '../idempotency';
import { isPlainText } from '../plain-text';
import { done, type Outcome, type Problem, problem, refused } from '../problems';
import type { RunAs } from '../transaction';
import { randomCode, readVerifyCode } from '../vacancies/codes';
import { isWebAddress } from './web-address';

export interface ReportFraud {
  clientMutationId: string;
  /** As it stands on the ad. */
  verifyCode: string | null;
  /** Where the ad was seen. */
  url: string | null;
  text: string;
  /** Address of the network that reports; counted in memory, never stored. */
  caller: string;
}

interface Deps {
  runAs: RunAs;
  clock: Clock;
  callers: CallerLimits;
}

/** Characters of a report. Source: our choice; a page. */
export const MOST_WORDS = 2_000;
const LONGEST_CODE = 40;
const LONGEST_URL = 500;
const SECOND_MS = 1_000;

/**
 * The receipt of a report that officers of the region read.
 *
 * Anybody reports, so keys of different people may be the same: a key stands for an attempt together with what it sends, and
 * another text under it is another report. Nobody can block or read a stranger's report by guessing keys.
 *
 * Errors: RATE_LIMITED, which repetitions do not reach; IDEMPOTENCY_KEY_INVALID. Problems: TEXT_INVALID, WEB_ADDRESS_INVALID.
 * Cost: 6 queries.
 */
export const reportFraud =
  ({ runAs, clock, callers }: Deps) =>
  (command: ReportFraud): Promise<Outcome<string>> => {
    const { clientMutationId, caller, ...body } = command;
    requireKey(clientMutationId);
    const problems = findProblems(command);
    if (problems.length > 0) return Promise.resolve(refused(problems));
    const at = clock.now();
    const key = hashBody(clientMutationId, body);
    const attempt = { accountId: NOBODY, key, operation: 'reportFraud', body, at };
    return runAs('system', (manager) =>
      once(manager, attempt, async () => {
        countReport(callers, caller, at);
        const receipt = newReceipt();
        const about = await findReported(manager, command.verifyCode);
        await manager.insert(FraudReport, {
          ...{ receipt, state: 'NEW', url: command.url, text: command.text, filedAt: at },
          ...about,
        });
        return done(receipt);
      }),
    );
  };

/** No account has it: whose keys the attempts are of those who have none. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Such as `LP-7K2M-9QXD`. */
const newReceipt = () => `LP-${randomCode(4)}-${randomCode(4)}`.toUpperCase();

function requireKey(key: string): void {
  if (key.trim() === '' || key.length > MAX_IDEMPOTENCY_KEY_LENGTH) {
    throw errors.mutation.keyInvalid(MAX_IDEMPOTENCY_KEY_LENGTH);
  }
}

function findProblems({ verifyCode, url, text }: ReportFraud): Problem[] {
  const problems: Problem[] = [];
  const check = (path: string, value: string | null, max: number) => {
    if (value !== null && !isPlainText(value, max))
      problems.push(problem('TEXT_INVALID', path, { max }));
  };
  check('text', text, MOST_WORDS);
  check('verifyCode', verifyCode, LONGEST_CODE);
  check('url', url, LONGEST_URL);
  if (problems.length === 0 && url !== null && !isWebAddress(url)) {
    problems.push(problem('WEB_ADDRESS_INVALID', 'url'));
  }
  return problems;
}

/** Errors: RATE_LIMITED with the seconds to wait. */
function countReport(callers: CallerLimits, caller: string, at: Date): void {
  const waitMs = callers.count('report', caller, at);
  if (waitMs > 0) {
    throw new AppError('RATE_LIMITED', { cost: 1, seconds: Math.ceil(waitMs / SECOND_MS) });
  }
}

/** The vacancy that was public under the code, and its employer's region. */
async function findReported(
  manager: EntityManager,
  typed: string | null,
): Promise<Pick<FraudReport, 'verifyCode' | 'vacancyId' | 'regionCode'>> {
  const code = typed === null ? null : readVerifyCode(typed);
  const rows = await manager.query<{ id: string; regionCode: string | null }[]>(
    `SELECT v.id, e.region_code AS "regionCode" FROM vacancies v JOIN employers e ON e.id = v.employer_id
     WHERE v.verify_code = $1 AND v.published_at IS NOT NULL`,
    [code],
  );
  const [found] = rows;
  return {
    verifyCode: found ? code : typed,
    vacancyId: found?.id ?? null,
    regionCode: found?.regionCode ?? null,
  };
}
