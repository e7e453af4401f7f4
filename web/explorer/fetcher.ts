import type { GraphiQLProps } from 'graphiql';
import { getOperationAST, parse } from 'graphql';
import { createClient } from 'graphql-ws';

type Fetcher = GraphiQLProps['fetcher'];

/**
 * Sends operations to one endpoint; subscriptions go over a websocket to the same address.
 *
 * A token of the chosen demo user is added unless the headers editor names another.
 */
export function createFetcher(endpoint: string, token: string | null): Fetcher {
  const defaults: Record<string, string> =
    token === null ? {} : { authorization: `Bearer ${token}` };
  return async (asked, options) => {
    const operation = findOperation(asked);
    const operationName = operation?.name?.value ?? asked.operationName;
    const parameters = { ...asked, operationName };
    const headers = lowerCaseKeys({ ...defaults, ...lowerCaseKeys(options?.headers ?? {}) });
    if (operation?.operation === 'subscription') {
      return subscribe(endpoint, headers, parameters);
    }
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        ...headers,
      },
      body: JSON.stringify(parameters),
    });
    return response.json();
  };
}

/** Read from the text itself: the name that the editor sends may still be that of the tab before. */
function findOperation({ query, operationName }: Parameters<Fetcher>[0]) {
  try {
    const document = parse(query);
    return getOperationAST(document, operationName) ?? getOperationAST(document);
  } catch {
    return null;
  }
}

function subscribe(
  endpoint: string,
  headers: Record<string, string>,
  parameters: Parameters<Fetcher>[0],
): ReturnType<Fetcher> {
  const address = new URL(endpoint, window.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const client = createClient({ url: address.href, connectionParams: headers });
  const results = client.iterate({
    query: parameters.query,
    variables: parameters.variables,
    operationName: parameters.operationName,
  });
  return (async function* close() {
    try {
      yield* results;
    } finally {
      await client.dispose();
    }
  })() as ReturnType<Fetcher>;
}

function lowerCaseKeys(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]),
  );
}
