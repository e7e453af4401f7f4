import { buildSchemaSync, type PubSub } from 'type-graphql';
import { accountResolvers } from './accounts';
import { apiKeyResolvers } from './api-keys';
import { auditResolvers } from './audit';
import { candidateResolvers } from './candidates';
import { consentResolvers } from './consents';
import { contactResolvers } from './contacts';
import { answerTextsDirectly } from './direct-texts';
import { disclosureResolvers } from './disclosures';
import { duplicateResolvers } from './duplicates';
import { employerResolvers } from './employers';
import { erasureResolvers } from './erasure';
import { exportResolvers } from './exports';
import { fairnessResolvers } from './fairness';
import { fraudResolvers } from './fraud';
import { identityNumberResolvers } from './identity-numbers';
import { limitNodes } from './limit-nodes';
import { matchingResolvers } from './matching';
import { NodeResolver } from './node.resolver';
import { objectionResolvers } from './objections';
import { portalResolvers } from './portals';
import { receiptResolvers } from './receipts';
import { referenceResolvers } from './reference';
import { savedSearchResolvers } from './saved-searches';
import { ServiceInfoResolver } from './service-info.resolver';
import { sessionResolvers } from './sessions';
import { shareResolvers } from './share';
import { termResolvers } from './terms';
import { UserErrorResolver } from './user-error.view';
import { vacancyResolvers } from './vacancies';
import { validateArgument } from './validate-argument';
import { webhookResolvers } from './webhooks';

/** A new area is a folder with such a list, and its line here. */
const resolvers = [
  ...accountResolvers,
  ...apiKeyResolvers,
  ...auditResolvers,
  ...candidateResolvers,
  ...consentResolvers,
  ...contactResolvers,
  ...disclosureResolvers,
  ...duplicateResolvers,
  ...employerResolvers,
  ...erasureResolvers,
  ...exportResolvers,
  ...fairnessResolvers,
  ...fraudResolvers,
  ...identityNumberResolvers,
  ...matchingResolvers,
  ...objectionResolvers,
  ...portalResolvers,
  ...receiptResolvers,
  ...referenceResolvers,
  ...savedSearchResolvers,
  ...sessionResolvers,
  ...shareResolvers,
  ...termResolvers,
  ...vacancyResolvers,
  ...webhookResolvers,
  NodeResolver,
  ServiceInfoResolver,
  UserErrorResolver,
] as const;

/** type-graphql asks for one although our subscriptions bring their own streams. */
const noPubSub: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new RangeError('Every subscription brings its own stream');
  },
};

/** The one registry of all audiences, from which `schemaFor` projects what each of them sees. */
export const buildFullSchema = () =>
  limitNodes(
    answerTextsDirectly(
      buildSchemaSync({
        resolvers,
        pubSub: noPubSub,
        validateFn: validateArgument,
        // Asks itself for all of its schema, a sixth of a second; a test does so instead.
        skipCheck: true,
      }),
    ),
  );
