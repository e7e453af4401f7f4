import type { FastifyReply } from 'fastify';
import { limits } from '../../limits';
import { anonymous } from '../callers/authentication';
import { languageOf } from '../callers/language';
import { withinDeadline } from '../graphql/deadline';
import { tellsOfNothing, untilNextStep } from '../graphql/even-out';
import type { InFlight } from '../graphql/in-flight';
import {
  type Asked,
  admitOperation,
  type Executed,
  type RunDependencies,
  runOperation,
} from '../graphql/run-operation';
import type { Metrics } from '../metrics/metrics';
import { answerKey } from './answer-key';
import { isKeepable } from './is-keepable';
import { type KeptAnswer, toKept } from './kept-answer';
import type { Answered, Made, ResponseCache } from './response-cache';
import { sendKept } from './send-kept';

export interface AnybodyDependencies extends RunDependencies {
  readonly cache: ResponseCache;
  readonly inFlight: InFlight;
  readonly metrics: Metrics;
  /** Unit: ms. */
  readonly now: () => number;
}

/** What became of a question that anybody may ask. */
export type Found =
  /** It is answered for everybody alike. */
  | { readonly kind: 'kept'; readonly answer: KeptAnswer }
  /** It was answered for who asked alone. */
  | { readonly kind: 'own'; readonly executed: Executed }
  /** Its answers are not for keeping. */
  | { readonly kind: 'notKeepable' };

/**
 * The answer to a GET without a token: a kept one costs neither points nor queries; what is not kept is made once for all
 * who ask at one time, and whoever asks first pays.
 *
 * Errors: those of admission, of the budget and of the deadline.
 */
export async function answerAnybody(asked: Asked, deps: AnybodyDependencies): Promise<Found> {
  const key = answerKey(asked.operation, {
    lang: languageOf(asked.request.headers['accept-language']),
    origin: deps.originOf(asked.request),
  });
  const kept = deps.cache.find(key);
  if (kept !== null) return found({ answer: kept, outcome: 'hit' }, deps);
  const admitted = admitOperation(asked, anonymous);
  if (!isKeepable(admitted)) return { kind: 'notKeepable' };
  const make = async (signal: AbortSignal): Promise<Made<Executed>> => {
    const madeAtMs = deps.now();
    const who = { identified: anonymous, signal };
    const executed = await runOperation(asked, admitted, who, deps);
    return { answer: keptOf(executed, madeAtMs), own: executed };
  };
  const answered = await withinDeadline(new AbortController(), () =>
    deps.cache.answer(key, () => {
      // Others wait for it too: it ends with its time, not when the client that asked first leaves.
      const controller = new AbortController();
      return withinDeadline(controller, () => deps.inFlight.run(() => make(controller.signal)));
    }),
  );
  return found(answered, deps);
}

function found(answered: Answered<Executed>, { metrics }: AnybodyDependencies): Found {
  if (answered.answer === null) return { kind: 'own', executed: answered.own };
  metrics.keptAnswers.inc({ outcome: answered.outcome });
  return { kind: 'kept', answer: answered.answer };
}

/** Null for an answer with an error, and for one that is too long to go out. */
function keptOf({ result, shown }: Executed, madeAtMs: number): KeptAnswer | null {
  if (result.errors !== undefined || !result.data) return null;
  // Without the cost: it was another's, at another time.
  const answer = toKept(JSON.stringify({ data: result.data }), {
    shown,
    madeAtMs,
    tellsOfNothing: tellsOfNothing(result),
  });
  return answer.body.length > limits.replyBytes ? null : answer;
}

/** Sends an answer for everybody, at an even time where it tells of nothing. */
export async function replyKept(
  { request }: Asked,
  reply: FastifyReply,
  answer: KeptAnswer,
  { cameIn, now }: { cameIn: number; now: () => number },
): Promise<FastifyReply> {
  if (answer.tellsOfNothing) await untilNextStep(cameIn);
  return sendKept(request, reply, answer, now());
}
