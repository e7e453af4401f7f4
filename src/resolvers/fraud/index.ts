import { FraudResolver } from './fraud.resolver';

export const fraudResolvers = [FraudResolver] as const;
