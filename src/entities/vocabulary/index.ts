/** Closed vocabularies of the domain: the names that the database, the code and the API share. */
export * from './accounts';
export * from './consents';
export * from './contacts';
export * from './one-of';
export * from './people';
export * from './reference';
export * from './reviews';
export * from './subscriptions';
export * from './vacancies';
