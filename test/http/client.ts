/** What a client sees of one answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: AnswerBody;
}

export interface AnswerBody {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly AnswerError[];
  readonly extensions?: { readonly cost: { readonly requested: number; readonly limit: number } };
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Record<string, unknown> & { readonly code: string; readonly field?: string };
}

/** Sends anything and reads the answer as JSON. */
export async function send(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, { redirect: 'error', ...init });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
}

/** Posts one operation, in English so that messages can be compared. */
export function post(
  url: string,
  payload: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return send(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });
}

export const query = (
  url: string,
  text: string,
  variables?: Record<string, unknown>,
  headers?: Record<string, string>,
): Promise<Answer> => post(url, { query: text, variables }, headers);

// A stack frame, an SQL word before a table, an address inside, a file of ours.
const INSIDES = /\bat .+:\d+:\d+|select .+ from|\b10\.0\.0\.7\b|db\.internal|\.ts\b|node_modules/i;

/** Asserts a refusal: code, status, request id, at most five errors, nothing of the inside. */
export function expectRefusal(answer: Answer, code: string, status: number): AnswerError {
  const [error] = answer.body.errors ?? [];
  expect({ status: answer.status, code: error?.extensions.code }).toEqual({ status, code });
  expect(answer.headers.get('content-type')).toMatch(
    /^application\/(graphql-response\+)?json; charset=utf-8$/,
  );
  expect(error?.extensions.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.body.errors?.length).toBeLessThanOrEqual(5);
  expect(answer.text).not.toMatch(INSIDES);
  if (error === undefined) throw new Error('no error');
  return error;
}
