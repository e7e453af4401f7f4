import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { type Answer, judge, unanswered } from './answer';
import { lookUp } from './look-up';
import { LOOPBACK_ADDRESSES, type TargetRules, targetFault } from './target';

/** Sends one message to one address, once. Never throws: what goes wrong is an outcome. */
export type Post = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
) => Promise<Answer>;

export interface PostOptions extends TargetRules {
  /** For connection, headers and body together. */
  readonly timeoutMs?: number;
  readonly lookup?: LookupFunction;
}

/** Source: RELIABILITY of the design. */
const TIMEOUT_MS = 5_000;
const MOST_ANSWER_BYTES = 64 * 1024;

/**
 * A way to send messages to addresses that strangers chose.
 *
 * Each attempt looks the host up and connects anew, and is refused when one of its addresses is not public: a name that
 * led elsewhere when somebody looked gains nothing. Redirects are not followed. A status counts when the answer is
 * there in full, or 64 KB of it.
 */
export function createPost({
  isLoopbackAllowed,
  timeoutMs = TIMEOUT_MS,
  lookup = lookUp,
}: PostOptions): Post {
  const rules = {
    keepAlive: false,
    allowIPAddressList: isLoopbackAllowed ? [...LOOPBACK_ADDRESSES] : [],
  };
  const plain = new RequestFilteringHttpAgent(rules);
  const secure = new RequestFilteringHttpsAgent(rules);
  return async (url, headers, body) => {
    // Asked again: the rules may have changed since the address was taken.
    if (targetFault(url, { isLoopbackAllowed }) !== null) return unanswered('ADDRESS_REFUSED');
    const isSecure = url.startsWith('https:');
    const request = (isSecure ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      agent: isSecure ? secure : plain,
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Padan-Webhooks',
      },
      lookup,
    });
    const answer = settle(request, timeoutMs);
    request.end(body);
    return await answer;
  };
}

function settle(request: ClientRequest, timeoutMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const done = (answer: Answer) => {
      clearTimeout(timer);
      resolve(answer);
      request.destroy();
    };
    const fail = (error?: Error) =>
      done(unanswered(isRefusal(error) ? 'ADDRESS_REFUSED' : 'UNREACHABLE'));
    const timer = setTimeout(() => done(unanswered('TIMED_OUT')), timeoutMs);
    request.on('error', fail);
    request.on('response', (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes >= MOST_ANSWER_BYTES) done(judgeHead(response));
      });
      response.on('end', () => done(judgeHead(response)));
      response.on('error', fail);
      response.on('close', () => fail());
    });
  });
}

const judgeHead = ({ statusCode = 0, headers }: IncomingMessage) =>
  judge(statusCode, headers['retry-after'], new Date());

/** The words of request-filtering-agent, whose errors carry no code. */
const isRefusal = (error: Error | undefined) =>
  error !== undefined && /^DNS lookup .* is not allowed\. Because/.test(error.message);
