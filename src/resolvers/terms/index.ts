import { MapTermResolver } from './map-term.resolver';
import { TermMappingsResolver } from './term-mappings.resolver';
import { UnmapTermResolver } from './unmap-term.resolver';
import { UnresolvedTermsResolver } from './unresolved-terms.resolver';

export const termResolvers = [
  MapTermResolver,
  TermMappingsResolver,
  UnmapTermResolver,
  UnresolvedTermsResolver,
] as const;
