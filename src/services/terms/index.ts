import type { AreaDeps } from '../area-deps';
import { listTermMappings } from './list-mappings';
import { listUnresolvedTerms } from './list-unresolved';
import { mapTerm } from './map-term';
import { unmapTerm } from './unmap-term';

/** The use cases about words that seekers typed in vain. */
export const termServices = (deps: AreaDeps) => ({
  collector: deps.collector,
  listUnresolved: listUnresolvedTerms(deps),
  listMappings: listTermMappings(deps),
  map: mapTerm(deps),
  unmap: unmapTerm(deps),
});
