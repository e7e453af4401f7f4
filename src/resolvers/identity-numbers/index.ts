import { IdentityNumberResolver } from './identity-number.resolver';

export const identityNumberResolvers = [IdentityNumberResolver] as const;
