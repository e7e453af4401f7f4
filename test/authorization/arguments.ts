import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { streamCursors } from '../../src/changes/stream-cursor';
import { encodeNodeId } from '../../src/resolvers/node-id';
import type { Kind } from './objects';

/** The beginning of the stream of match events. */
const CURSOR = streamCursors('secret', 'match events').encode(0);
const MATCHING_TEXT = '1';
const COMPETENCY = encodeNodeId('Competency', 'patroli');

type Field = GraphQLField<unknown, unknown>;
type Argument = GraphQLArgument | GraphQLInputField;

/** What an argument of this name names; null = something that is everybody's. */
const KINDS: Readonly<Record<string, Kind | null>> = {
  employerId: 'Employer',
  vacancyId: 'Vacancy',
  vacancyIds: 'Vacancy',
  membershipId: 'Membership',
  consentId: 'Consent',
  candidateId: 'Candidate',
  keepId: 'Candidate',
  dropId: 'Candidate',
  mergeId: 'Merge',
  handle: 'Handle',
  handles: 'Handle',
  conceptId: null,
  competencyId: null,
  competencyIds: null,
  occupationId: null,
  occupationIds: null,
  apiKeyId: 'ApiKey',
  savedSearchId: 'SavedSearch',
  snapshot: 'RankingSnapshot',
  snapshotId: 'RankingSnapshot',
  subjectId: null,
  accountId: null,
  requirementId: null,
  clientMutationId: null,
};

/** What `id` names, by operation. */
const IDS: Readonly<Record<string, Kind | null>> = {
  vacancy: 'Vacancy',
  node: 'Vacancy',
  updateVacancy: 'Vacancy',
  publishVacancy: 'Vacancy',
  closeVacancy: 'Vacancy',
  rotateWebhookSecret: 'Webhook',
  pauseWebhook: 'Webhook',
  resumeWebhook: 'Webhook',
  replayWebhook: 'Webhook',
  deleteWebhook: 'Webhook',
  markSearchSeen: 'SavedSearch',
  deleteSavedSearch: 'SavedSearch',
  withdrawConsent: 'Consent',
  revokeApiKey: 'ApiKey',
  moveApplication: 'Application',
  withdrawApplication: 'Application',
  respondToInvitation: 'Invitation',
  candidate: 'Candidate',
  withdrawObjection: 'Objection',
  objectionCase: 'Objection',
  takeObjection: 'Objection',
  decideObjection: 'Objection',
  decideFraudReport: 'FraudReport',
  competency: null,
  occupation: null,
};

/** Texts with a meaning, by name; any other text is a word. */
const TEXTS: Readonly<Record<string, string>> = {
  after: CURSOR,
  cursor: CURSOR,
  seenUpTo: CURSOR,

  regionCode: '72.71',
  code: '72.71',
  month: '2026-11',
  url: 'https://hooks.example.com/padan',
  text: 'satpam',
  term: 'jaga malam',
  consentTextVersion: '1',
  textVersion: '1',
  conceptId: COMPETENCY,
  competencyId: COMPETENCY,
  competencyIds: COMPETENCY,
  occupationId: encodeNodeId('Occupation', 'satpam-security'),
  id: COMPETENCY,
};

const VACANCY = {
  title: 'Penjaga malam',
  description: 'Menjaga gudang.',
  regionCodes: ['72.71'],
  validThrough: '2026-12-21T00:00:00Z',
  requirements: [{ kind: 'EDUCATION', necessity: 'MUST', education: 'SMA' }],
};

/** Instead of a sample, by operation and argument. */
const VALUES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  simulateVacancy: { changes: [] },
  decideVerification: { decision: 'SUSPEND' },
  guidedStart: { text: 'satpam' },
  occupation: { id: encodeNodeId('Occupation', 'satpam-security') },
  registerCandidate: { consentTextVersion: MATCHING_TEXT },
  replaceWorkExperiences: { experiences: [] },
  grantConsent: { purpose: 'SHARE_WITH_EMPLOYER', expiresAt: '2026-12-21T00:00:00Z' },
  decideObjection: { upheld: false, remedies: [] },
  decideFraudReport: { closeVacancy: false },
  reportFraud: { url: 'https://iklan.example.com/1' },
  createVacancy: { content: VACANCY },
  updateVacancy: { content: VACANCY },
  checkVacancyDraft: { input: VACANCY },
};

/** The kinds of objects that the arguments of an operation name. */
export function namedKinds(field: Field): Kind[] {
  const kinds = [...field.args].flatMap(leaves).map((argument) => kindOf(field.name, argument));
  return [...new Set(kinds)].filter((kind) => kind !== null);
}

/** Values for everything that an operation needs and for what names objects. */
export function argumentsOf(
  field: Field,
  nameOf: (kind: Kind) => string,
  key: string,
): Record<string, unknown> {
  const value = (argument: Argument): unknown => {
    const kind = kindOf(field.name, argument);
    const one = kind === null ? sample(argument, key, fields) : nameOf(kind);
    return isListOf(argument.type) ? [one] : one;
  };
  const own = VALUES[field.name] ?? {};
  const fields = (all: readonly Argument[]) =>
    Object.fromEntries(
      all
        .filter((item) => item.name in own || isNeeded(field, item))
        .map((item) => [item.name, item.name in own ? own[item.name] : value(item)]),
    );
  return fields(field.args);
}

const isNeeded = (field: Field, argument: Argument): boolean =>
  (isNonNullType(argument.type) && argument.defaultValue === undefined) ||
  leaves(argument).some((leaf) => kindOf(field.name, leaf) !== null);

const isListOf = (type: GraphQLInputType): boolean =>
  isListType(isNonNullType(type) ? type.ofType : type);

/** Errors: for an ID about which nobody said what it names. */
function kindOf(operation: string, { name, type }: Argument): Kind | null {
  const known = name === 'id' ? IDS[operation] : KINDS[name];
  if (known !== undefined) return known;
  if (getNamedType(type).name !== 'ID') return null;
  throw new Error(`Say in test/authorization/arguments.ts what ${operation}(${name}) names`);
}

/** The arguments inside an argument, itself when it is no object. */
function leaves(argument: Argument): Argument[] {
  const type = getNamedType(argument.type);
  return isInputObjectType(type) ? Object.values(type.getFields()).flatMap(leaves) : [argument];
}

function sample(
  { name, type }: Argument,
  key: string,
  fields: (all: readonly Argument[]) => Record<string, unknown>,
): unknown {
  const named = getNamedType(type);
  if (isInputObjectType(named)) return fields(Object.values(named.getFields()));
  if (isEnumType(named)) return named.getValues()[0].name;
  if (name === 'clientMutationId') return key;
  // Only so many codes are sent to one number.
  if (name === 'address') return `+62812${key.replace(/\D/g, '').padStart(8, '3')}`;
  return SCALARS[named.name] ?? TEXTS[name] ?? 'jaga';
}

const SCALARS: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: '2026-12-01T00:00:00Z',
  Date: '2026-12-31',
};
