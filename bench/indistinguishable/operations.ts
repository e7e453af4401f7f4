import type { Asker } from './strangers';

/** An operation that names something: how it is asked, and of which kind that is. */
export interface Naming {
  readonly name: string;
  readonly asker: Asker;
  readonly kind: string;
  readonly query: string;
  variables(id: string, key: string): Record<string, unknown>;
}

const ask = (asker: Asker, kind: string, name: string, query: string): Naming => ({
  ...{ name, asker, kind, query },
  variables: (id) => ({ id }),
});

const change = (
  asker: Asker,
  kind: string,
  [name, input]: readonly [name: string, input: string],
  values: (id: string) => Record<string, unknown>,
): Naming => ({
  ...{ name, asker, kind },
  query: `mutation ($input: ${input}!) { ${name}(input: $input) { __typename } }`,
  variables: (id, clientMutationId) => ({ input: { clientMutationId, ...values(id) } }),
});

const byId = (id: string) => ({ id });

/** Operations of every audience that name things which others have. */
export const namings: readonly Naming[] = [
  ask('employer', 'Vacancy', 'vacancy', 'query ($id: ID!) { vacancy(id: $id) { title } }'),
  ask(
    'employer',
    'Vacancy',
    'simulateVacancy',
    'query ($id: ID!) { simulateVacancy(vacancyId: $id, changes: []) { __typename } }',
  ),
  ask(
    'employer',
    'Vacancy',
    'vacancyApplications',
    'query ($id: ID!) { vacancyApplications(vacancyId: $id) { totalCount } }',
  ),
  ask(
    'employer',
    'Employer',
    'employerRegistration',
    'query ($id: ID!) { employerRegistration(employerId: $id) { decideBy } }',
  ),
  ask('employer', 'Employer', 'members', 'query ($id: ID!) { members(employerId: $id) { role } }'),
  change('employer', 'Vacancy', ['publishVacancy', 'PublishVacancyInput'], byId),
  change('employer', 'Vacancy', ['closeVacancy', 'CloseVacancyInput'], (id) => ({
    id,
    reason: 'CANCELLED',
  })),
  change('employer', 'Employer', ['inviteMember', 'InviteMemberInput'], (employerId) => ({
    employerId,
    role: 'STAFF',
  })),
  change('employer', 'Membership', ['endMembership', 'EndMembershipInput'], (membershipId) => ({
    membershipId,
  })),
  change('employer', 'Webhook', ['pauseWebhook', 'ChangeWebhookInput'], byId),
  change('employer', 'Application', ['moveApplication', 'MoveApplicationInput'], (id) => ({
    id,
    to: 'VIEWED',
  })),
  change('candidate', 'Consent', ['withdrawConsent', 'WithdrawConsentInput'], byId),
  change('candidate', 'Application', ['withdrawApplication', 'WithdrawApplicationInput'], byId),
  change('office', 'Employer', ['decideVerification', 'DecideVerificationInput'], (employerId) => ({
    ...{ employerId, decision: 'SUSPEND', reason: 'Uji' },
  })),
  change('office', 'Candidate', ['eraseCandidate', 'EraseCandidateInput'], (candidateId) => ({
    candidateId,
    reason: 'PERSON_ASKED',
  })),
  change('office', 'ApiKey', ['revokeApiKey', 'RevokeApiKeyInput'], byId),
];
