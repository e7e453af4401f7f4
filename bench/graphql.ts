import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import path from 'node:path';

const PARENT = path.resolve(__dirname, '..');

/** The project's folder, seen from `bench` and from `dist/bench`. */
export const PROJECT = path.basename(PARENT) === 'dist' ? path.dirname(PARENT) : PARENT;

const agent = new Agent({ keepAlive: true });

/** An operation document of this folder. */
export function readOperation(name: string): string {
  return readFileSync(path.join(PROJECT, 'bench/operations', `${name}.graphql`), 'utf8');
}

/** The text of an answer to a JSON request. Errors: when the server is not there. */
export async function post(
  url: string,
  body: unknown,
  token: string | null = null,
): Promise<string> {
  const text = JSON.stringify(body);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
  return await new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
      answer.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}

/** The data of an answer. Errors: when it holds errors. */
export function dataOf<T>(answer: string): T {
  const { data, errors } = JSON.parse(answer) as { data?: T; errors?: unknown };
  if (errors !== undefined || !data)
    throw new Error(`answer without data: ${answer.slice(0, 300)}`);
  return data;
}
