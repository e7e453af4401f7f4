import { accountServices } from './accounts';
import { apiKeyServices } from './api-keys';
import { areaDeps } from './area-deps';
import { auditServices } from './audit';
import { candidateServices } from './candidates';
import { consentServices } from './consents';
import { contactServices } from './contacts';
import type { ServiceDeps } from './deps';
import { disclosureServices } from './disclosures';
import { duplicateServices } from './duplicates';
import { employerServices } from './employers';
import { erasureServices } from './erasure';
import { exportServices } from './exports';
import { fairnessServices } from './fairness';
import { fraudServices } from './fraud';
import { identityNumberServices } from './identity-numbers';
import { matchingServices } from './matching';
import { objectionServices } from './objections';
import { peopleServices } from './people';
import { portalServices } from './portals';
import { receiptServices } from './receipts';
import { createRecords } from './records';
import { referenceServices } from './reference';
import { savedSearchServices } from './saved-searches';
import { describeService } from './service-info';
import { sessionServices } from './sessions';
import { termServices } from './terms';
import { vacancyServices } from './vacancies';
import type { Viewer } from './viewer';
import { webhookServices } from './webhooks';

export type { ServiceDeps } from './deps';
export type Services = ReturnType<typeof createServices>;

/**
 * The use cases, one property an area; each area makes its own in its `index.ts`.
 *
 * A new area is a folder with such a factory, and its line here.
 */
export function createServices(given: ServiceDeps) {
  const deps = areaDeps(given);
  return {
    clock: deps.clock,
    algorithmVersion: deps.about.algorithmVersion,
    records: (viewer: Viewer | null) => createRecords(deps, viewer),
    describeService: describeService(deps),
    accounts: accountServices(deps),
    apiKeys: apiKeyServices(deps),
    sessions: sessionServices(deps),
    matching: matchingServices(deps),
    receipts: receiptServices(deps),
    fairness: fairnessServices(deps),
    fraud: fraudServices(deps),
    portals: portalServices(deps),
    terms: termServices(deps),
    audit: auditServices(deps),
    exports: exportServices(deps),
    identityNumbers: identityNumberServices(deps),
    duplicates: duplicateServices(deps),
    erasure: erasureServices(deps),
    consents: consentServices(deps),
    employers: employerServices(deps),
    candidates: candidateServices(deps),
    contacts: contactServices(deps),
    disclosures: disclosureServices(deps),
    objections: objectionServices(deps),
    people: peopleServices(deps),
    reference: referenceServices(deps),
    vacancies: vacancyServices(deps),
    savedSearches: savedSearchServices(deps),
    webhooks: webhookServices(deps),
  };
}
