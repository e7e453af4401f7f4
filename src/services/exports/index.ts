import type { AreaDeps } from '../area-deps';
import { exportMyData } from './export-my-data';

/** The use cases about what a person takes along. */
export const exportServices = (deps: AreaDeps) => ({
  exportMyData: exportMyData(deps),
});
