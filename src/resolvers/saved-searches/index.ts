import { DigestLineResolver, SavedSearchResolver } from './saved-search.resolver';

export const savedSearchResolvers = [DigestLineResolver, SavedSearchResolver] as const;
