import { ExportResolver } from './export.resolver';

export const exportResolvers = [ExportResolver] as const;
