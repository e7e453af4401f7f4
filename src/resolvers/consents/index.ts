import { ConsentResolver, ConsentTextResolver } from './consent.resolver';

export const consentResolvers = [ConsentResolver, ConsentTextResolver] as const;
