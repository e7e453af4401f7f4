import { DisclosureResolver } from './disclosure.resolver';

export const disclosureResolvers = [DisclosureResolver] as const;
