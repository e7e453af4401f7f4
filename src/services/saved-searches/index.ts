import type { AreaDeps } from '../area-deps';
import { deleteSavedSearch, markSearchSeen } from './change-search';
import { digestSearches } from './digest-searches';
import { listDigests } from './list-digests';
import { listSavedSearches } from './list-saved-searches';
import { saveSearch } from './save-search';

/** The use cases about saved searches and their digests. */
export const savedSearchServices = (deps: AreaDeps) => ({
  list: listSavedSearches(deps),
  listDigests: listDigests(deps),
  save: saveSearch(deps),
  markSeen: markSearchSeen(deps),
  remove: deleteSavedSearch(deps),
  digest: digestSearches(deps),
});
