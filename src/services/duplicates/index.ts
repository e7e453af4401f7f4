import type { AreaDeps } from '../area-deps';
import { finishMerges } from './finish-merges';
import { listMerges } from './list-merges';
import { mergeDuplicates } from './merge-duplicates';
import { undoMerge } from './undo-merge';

/** The use cases about people with two records. */
export const duplicateServices = (deps: AreaDeps) => ({
  merge: mergeDuplicates(deps),
  undo: undoMerge(deps),
  list: listMerges(deps),
  finish: finishMerges(deps),
});
