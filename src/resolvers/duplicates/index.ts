import { DuplicatesResolver } from './duplicates.resolver';

export const duplicateResolvers = [DuplicatesResolver] as const;
