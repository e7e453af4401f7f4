import { PortalReportResolver, PortalVacancyResolver } from './portal-report.resolver';

export const portalResolvers = [PortalReportResolver, PortalVacancyResolver] as const;
