import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client/core';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { hash } from '../../operations/public/vacancies.graphql';
import {
  VacanciesDocument,
  type VacanciesQuery,
  type VacanciesQueryVariables,
} from './generated/operations';

export type Found = VacanciesQuery['vacancies'];

/** What a service is asked for. */
export type Search = (variables: VacanciesQueryVariables) => Promise<Found>;

/**
 * Searches vacancies of a service by the hash of its stored operation, by GET: addresses are short, and the browser and
 * every cache between keep the answers as the service says. Nothing is registered; the list of operations is fixed.
 */
export function createSearch(address: string): Search {
  const persisted = new PersistedQueryLink({
    // The service's own hash, of the operation as it is stored; Apollo's document has __typename in it.
    generateHash: () => hash,
    useGETForHashedQueries: true,
    disable: () => false,
  });
  const http = new HttpLink({ uri: new URL('/graphql', address).href });
  const client = new ApolloClient({
    link: ApolloLink.from([persisted, http]),
    cache: new InMemoryCache(),
  });
  return async (variables) => {
    // The cache of HTTP is enough here, and the stored operation has no __typename to tell objects apart.
    const { data } = await client.query({
      query: VacanciesDocument,
      variables,
      fetchPolicy: 'no-cache',
    });
    if (data === undefined) throw new Error('The service gave no answer');
    return data.vacancies;
  };
}
