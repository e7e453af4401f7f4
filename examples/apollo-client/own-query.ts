import {
  ApolloClient,
  gql,
  HttpLink,
  InMemoryCache,
  type TypedDocumentNode,
} from '@apollo/client/core';

interface ServiceQuery {
  serviceInfo: { isDemo: boolean; isDegraded: boolean };
}

const ServiceDocument: TypedDocumentNode<ServiceQuery, Record<string, never>> = gql`
  query Service {
    serviceInfo {
      isDemo
      isDegraded
    }
  }
`;

/**
 * What the page has to say of the service: a query of its own, which the service does not store. It goes by GET with its
 * text, since browsers let pages of other sites read the public endpoint by GET alone.
 */
export async function askService(address: string): Promise<ServiceQuery['serviceInfo']> {
  const client = new ApolloClient({
    link: new HttpLink({ uri: new URL('/graphql', address).href, useGETForQueries: true }),
    cache: new InMemoryCache(),
  });
  const { data } = await client.query({ query: ServiceDocument, fetchPolicy: 'no-cache' });
  if (data === undefined) throw new Error('The service gave no answer');
  return data.serviceInfo;
}
