import { ApiKeyResolver } from './api-key.resolver';
import { CallingKeyResolver } from './calling-key.resolver';

export const apiKeyResolvers = [ApiKeyResolver, CallingKeyResolver] as const;
