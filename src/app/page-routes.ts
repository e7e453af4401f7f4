import { demoSignIn } from '../http/explorer/demo-sign-in';
import { registerExplorer } from '../http/explorer/register-explorer';
import { registerGuide } from '../http/pages/guide/register-guide';
import { demoEmployer } from '../http/pages/home/demo-employer';
import { registerHome } from '../http/pages/home/register-home';
import { registerSeekerPages } from '../http/pages/me/register-seeker-pages';
import { registerReceiptPage } from '../http/pages/receipt/register-receipt-page';
import { registerReference } from '../http/pages/reference/register-reference';
import { registerVacancies } from '../http/pages/vacancies/register-vacancies';
import { registerVerifyPages } from '../http/pages/verify/register-verify-pages';
import { publicAddress } from '../http/public-address';
import type { HttpDependencies } from '../http/server';
import { registerShare } from '../http/share/register-share';
import { registerSnapshot } from '../http/snapshot/register-snapshot';
import { registerWidget } from '../http/widget/register-widget';
import type { Services } from '../services';
import type { Parts } from './parts';

/** Everything that the server offers beside GraphQL: pages, explorer, feeds, files. */
export function pageRoutes(
  { config, clock, dataSource }: Parts,
  services: Services,
): NonNullable<HttpDependencies['routes']> {
  const signIn = demoSignIn(config, dataSource);
  const originOf = publicAddress(config);
  return [
    (app) => registerExplorer(app, { signIn }),
    (app) => registerReceiptPage(app, { originOf }),
    (app) => registerSnapshot(app, { snapshots: services.vacancies.snapshots }),
    (app) => registerWidget(app),
    (app) => registerVerifyPages(app, { config }),
    (app) => registerShare(app, { config, clock }),
    (app) => registerGuide(app, { originOf }),
    (app) =>
      registerSeekerPages(app, { config, clock, continueSession: services.sessions.continue }),
    (app) => registerReference(app),
    (app) => registerVacancies(app, { ...services.vacancies, clock, originOf }),
    (app) => registerHome(app, { originOf, demoEmployer: demoEmployer(signIn, dataSource) }),
  ];
}
