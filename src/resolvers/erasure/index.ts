import { ErasureResolver } from './erasure.resolver';

export const erasureResolvers = [ErasureResolver] as const;
