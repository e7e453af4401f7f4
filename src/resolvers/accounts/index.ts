import { ViewerResolver } from './viewer.resolver';

export const accountResolvers = [ViewerResolver] as const;
