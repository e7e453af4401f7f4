import type { AreaDeps } from '../area-deps';
import { createApiKey } from './create-api-key';
import { findPortal } from './find-portal';
import { listApiKeys } from './list-api-keys';
import { revokeApiKey } from './revoke-api-key';

/** The use cases about API keys of portals. */
export const apiKeyServices = (deps: AreaDeps) => ({
  list: listApiKeys(deps),
  create: createApiKey(deps),
  revoke: revokeApiKey(deps),
  findPortal: findPortal(deps),
});
