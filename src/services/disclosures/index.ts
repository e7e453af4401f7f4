import type { AreaDeps } from '../area-deps';
import { listDisclosures } from './list-disclosures';

/** The use cases about who saw what of a person. */
export const disclosureServices = (deps: AreaDeps) => ({
  list: listDisclosures(deps),
});
