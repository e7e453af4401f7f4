import type { AreaDeps } from '../area-deps';
import { readAccount, type TokenSubject } from './find-account';
import { listEmployers } from './list-employers';
import { listRoles } from './list-roles';

/** The use cases about accounts and what they may act for. */
export const accountServices = (deps: AreaDeps) => ({
  find: (token: TokenSubject) => deps.accountOfToken.load(token),
  read: readAccount(deps.readAs),
  listEmployers: listEmployers(deps.readAs),
  listRoles: listRoles(deps.readAs),
});
