import { ShareResolver } from './share.resolver';

export const shareResolvers = [ShareResolver] as const;
