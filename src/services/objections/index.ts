import type { AreaDeps } from '../area-deps';
import { countObjections } from './count-objections';
import { decideObjection } from './decide-objection';
import { findObjection, listObjections, objectionQueue } from './list-objections';
import { objectToMatch } from './object-to-match';
import { openCase } from './open-case';
import { takeObjection } from './take-objection';
import { withdrawObjection } from './withdraw-objection';

/** The use cases about objections to a match. */
export const objectionServices = (deps: AreaDeps) => ({
  file: objectToMatch(deps),
  withdraw: withdrawObjection(deps),
  list: listObjections(deps),
  queue: objectionQueue(deps),
  find: findObjection(deps),
  openCase: openCase(deps),
  take: takeObjection(deps),
  decide: decideObjection(deps),
  count: countObjections(deps),
});
