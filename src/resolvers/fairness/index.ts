import { FairnessAuditResolver } from './fairness-audit.resolver';

export const fairnessResolvers = [FairnessAuditResolver] as const;
