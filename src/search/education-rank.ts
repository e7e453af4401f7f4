import { type EducationLevel, educationLevels } from '../entities/vocabulary';

/** Step of the ladder, from 0; SMA and SMK share one. */
export function educationRank(level: EducationLevel): number {
  return educationLevels.indexOf(level === 'SMK' ? 'SMA' : level);
}
