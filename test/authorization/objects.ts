import { randomBytes, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  ApiKey,
  CandidateHandle,
  CandidateMerge,
  Consent,
  Contact,
  EmployerRegistration,
  FraudReport,
  Objection,
  RankingSnapshot,
  SavedSearch,
} from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aCandidate, aMembership, anAccount, aVacancy, aWebhook } from '../builders';
import { insertRow } from '../builders/insert-row';
import type { Holder } from './roles';

/** Makes an object of a holder; returns its global id, or what else names it. */
type Make = (manager: EntityManager, holder: Holder) => Promise<string>;

const at = new Date('2026-11-01T00:00:00Z');
const INVITED = new Date('2026-11-20T00:00:00Z');
const EXPIRES = new Date('2026-12-04T00:00:00Z');
const idOf = (type: string, key: string) => encodeNodeId(type, key);
/** Some objects need an account; where nobody is signed in somebody else has them. */
const accountOf = async (manager: EntityManager, { accountId }: Holder) =>
  accountId ?? (await anAccount(manager)).id;

/** Every kind of thing that an argument can name and that is not everybody's. */
export const objects = {
  Employer: async (manager, { employerId }) => {
    await insertRow(manager, EmployerRegistration, {
      ...{ employerId, registeredAt: at, decideBy: at },
      businessIdNumber: null,
    });
    return idOf('Employer', employerId);
  },
  /** Not published: what is hidden looks like what is not there. */
  Vacancy: async (manager, { employerId }) =>
    idOf('Vacancy', (await aVacancy(manager, { employerId, state: 'DRAFT' })).id),
  Membership: async (manager, { employerId }) => {
    const { id: accountId } = await anAccount(manager);
    const membership = await aMembership(manager, { accountId, employerId, role: 'STAFF' });
    return idOf('Membership', membership.id);
  },
  Webhook: async (manager, holder) => {
    const accountId = await accountOf(manager, holder);
    const url = 'https://hooks.example.com/padan';
    const { employerId } = holder;
    return idOf('Webhook', (await aWebhook(manager, { accountId, employerId, url })).webhook.id);
  },
  SavedSearch: async (manager, holder) => {
    const search = await insertRow(manager, SavedSearch, {
      ...{ accountId: await accountOf(manager, holder), employerId: holder.employerId },
      ...{ name: 'Cari', minVerdict: 'POSSIBLE', frequency: 'DAILY', createdAt: at },
      ...{ seenPlace: '0', digestedPlace: '0' },
    });
    return idOf('SavedSearch', search.id);
  },
  Consent: async (manager, { candidateId }) => {
    const consent = await manager.findOneByOrFail(Consent, { candidateId });
    return idOf('Consent', consent.id);
  },
  /** Of a portal, given by the office of the region. */
  ApiKey: async (manager, { regionCode }) => {
    const key = await insertRow(manager, ApiKey, {
      ...{ id: randomUUID(), regionCode, name: 'Portal', prefix: 'padan_', scopes: ['READ'] },
      portalCode: randomBytes(5).toString('hex'),
      ...{ keyHash: randomBytes(32), quotaPerMinute: 60, createdBy: null, createdAt: at },
      expiresAt: EXPIRES,
    });
    return idOf('ApiKey', key.id);
  },
  Candidate: async (_manager, { candidateId }) => idOf('Candidate', candidateId),
  /** The holder's candidate and somebody else of the same place, made one. */
  Merge: async (manager, { candidateId, regionCode }) => {
    const drop = await aCandidate(manager, { regionCode: `${regionCode}.01`, status: 'DORMANT' });
    const standing = { status: 'ACTIVE', confirmedOn: '2026-11-01', matchingConsentAt: null };
    const merge = await insertRow(manager, CandidateMerge, {
      ...{ keepId: candidateId, dropId: drop.id, reason: 'Sama', mergedBy: null },
      ...{ mergedAt: INVITED, undoUntil: EXPIRES },
      kept: {
        ...{ rows: {}, competencies: [], consents: { moved: [], ended: [] }, copied: [] },
        person: { columns: [], keep: standing, drop: standing, joined: standing },
      },
    });
    return idOf('Merge', merge.id);
  },
  /** The holder's candidate applied for a vacancy of the holder's employer. */
  Application: async (manager, { employerId, candidateId }) => {
    const { id: vacancyId } = await aVacancy(manager, { employerId });
    const contact = await insertRow(manager, Contact, {
      ...{ candidateId, vacancyId, employerId, state: 'CONSENTED' },
      ...{ appliedAt: at, applicationState: 'SUBMITTED', createdAt: at, updatedAt: at },
    });
    return idOf('Application', contact.id);
  },
  Invitation: async (manager, { employerId, candidateId }) => {
    const { id: vacancyId } = await aVacancy(manager, { employerId });
    const contact = await insertRow(manager, Contact, {
      ...{ candidateId, vacancyId, employerId, state: 'INVITED', createdAt: at, updatedAt: at },
      ...{ invitedAt: INVITED, invitationMessage: 'Mari', invitationExpiresAt: EXPIRES },
    });
    return idOf('Invitation', contact.id);
  },
  /** The holder's candidate objects to the ranking of a stranger's vacancy. */
  Objection: async (manager, { candidateId }) => {
    const { id: vacancyId } = await aVacancy(manager, {});
    const objection = await insertRow(manager, Objection, {
      ...{ candidateId, vacancyId, snapshotId: null, state: 'FILED', reason: 'Keliru' },
      ...{ filedAt: INVITED, dueAt: EXPIRES },
    });
    return idOf('Objection', objection.id);
  },
  /** About an ad of the region; the one who reported has no name. */
  FraudReport: async (manager, { regionCode }) => {
    const report = await insertRow(manager, FraudReport, {
      ...{ receipt: randomUUID(), state: 'NEW', text: 'Diminta membayar', filedAt: at },
      ...{ verifyCode: null, url: null, vacancyId: null, regionCode },
    });
    return idOf('FraudReport', report.id);
  },
  /** Of a vacancy for which nobody is eligible. */
  RankingSnapshot: async (manager, { employerId }) => {
    const { id: vacancyId, version } = await aVacancy(manager, { employerId });
    const none = { considered: 0, eligible: 0, strong: 0, possible: 0, stretch: 0 };
    const snapshot = await insertRow(manager, RankingSnapshot, {
      ...{ ...none, vacancyId, vacancyVersion: version, excludedByConsent: 0, lastTiedWith: 0 },
      ...{ seq: '1', isSealed: false, method: 'SCAN', algorithmVersion: 'test' },
      ...{ taxonomyVersion: 1, places: Buffer.alloc(0), shown: null, digest: Buffer.alloc(32) },
      ...{ createdAt: at, expiresAt: new Date('2026-12-01T00:00:00Z') },
    });
    return idOf('RankingSnapshot', snapshot.id);
  },
  /** The pseudonym under which the holder's employer knows the holder's candidate. */
  Handle: async (manager, { employerId: organisationId, candidateId }) => {
    const handle = randomUUID().replaceAll('-', '').slice(0, 20);
    await insertRow(manager, CandidateHandle, { organisationId, candidateId, handle });
    return handle;
  },
} as const satisfies Record<string, Make>;
export type Kind = keyof typeof objects;

/** What names nothing, in the shape of what names something. */
export const missing = (kind: Kind): string =>
  kind === 'Handle' ? randomUUID().replaceAll('-', '').slice(0, 20) : idOf(kind, randomUUID());
