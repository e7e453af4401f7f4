import 'reflect-metadata';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { endpointPath } from '../../src/http/endpoint';
import { audiences } from '../../src/resolvers/audience';
import { schemaFor } from '../../src/resolvers/project';
import { buildFullSchema } from '../../src/resolvers/schema';
import { startTestApp, type TestApp } from '../support/test-app';
import { type AnswerError, expectRefusal, query } from './client';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

const full = buildFullSchema();
const kinds = Object.values(OperationTypeNode);
const missing = audiences.flatMap((audience) =>
  kinds
    .filter((kind) => !schemaFor(audience, full).getRootType(kind))
    .map((kind) => [audience, kind] as const),
);

/** The errors that one operation on a socket ends with. */
async function refusalOnSocket(url: string, text: string): Promise<readonly AnswerError[]> {
  const client = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
  try {
    return await new Promise((resolve, reject) => {
      client.subscribe(
        { query: text },
        {
          next: () => reject(new Error('an answer')),
          error: (refused) => resolve(refused as readonly AnswerError[]),
          complete: () => reject(new Error('no refusal')),
        },
      );
    });
  } finally {
    await client.dispose();
  }
}

describe('an operation of a kind that an endpoint lacks', () => {
  it('is there to be tried', () => {
    expect(missing).toContainEqual(['public', 'mutation']);
    expect(missing).toContainEqual(['public', 'subscription']);
  });

  it.each(missing)('is refused as not valid by %s: %s', async (audience, kind) => {
    const url = `${app.address}${endpointPath(audience)}`;
    for (const text of [`${kind} { closeVacancy { x } }`, `${kind} { __typename }`]) {
      const error = expectRefusal(await query(url, text), 'GRAPHQL_VALIDATION_FAILED', 400);
      expect(error.message).toContain(`no ${kind}`);
      const [onSocket] = await refusalOnSocket(url, text);
      expect(onSocket?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });
});
