import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import { errors, reasons } from '../../errors';
import { isInOffice, officeOf } from '../offices/office-of';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';
import { type GroupCount, type GroupOutcome, publishGroups, UNKNOWN_GROUP } from './group-table';
import { drawsOf } from './round-counts';
import {
  type AuditScope,
  type FairnessStage,
  findSealedOrders,
  MOST_ORDERS,
  type PersonTally,
  tallyPeople,
} from './sealed-orders';

/** By what people are grouped. */
export const auditedAttributes = ['GENDER', 'AGE_BAND', 'DISABILITY', 'REGION'] as const;
export type AuditedAttribute = (typeof auditedAttributes)[number];

/** Groups that are listed even when nobody is in them; districts are too many for that. */
const GROUPS: Readonly<Record<AuditedAttribute, readonly string[]>> = {
  GENDER: ['FEMALE', 'MALE', UNKNOWN_GROUP],
  // Source: age groups of the labour force survey (Sakernas, BPS), the oldest taken together.
  AGE_BAND: ['UNDER_25', '25_34', '35_44', '45_54', '55_PLUS', UNKNOWN_GROUP],
  DISABILITY: ['YES', 'NO', UNKNOWN_GROUP],
  REGION: [UNKNOWN_GROUP],
};

export interface AuditRequest {
  readonly vacancyId: string | null;
  readonly regionCode: string | null;
  readonly attribute: AuditedAttribute;
  readonly stage: FairnessStage;
  readonly from: Date | null;
  readonly until: Date | null;
}

export interface FairnessAudit {
  readonly rankings: number;
  /** False = there are more sealed orders than one audit reads. */
  readonly isComplete: boolean;
  /** Empty when nothing can be told without giving somebody away. */
  readonly outcomes: readonly GroupOutcome[];
  readonly isSuppressed: boolean;
  readonly algorithmVersions: readonly string[];
}

interface Deps {
  readAs: RunAs;
  clock: Clock;
}

/**
 * How often the groups of people were selected in sealed orders of an officer's areas.
 *
 * Protected attributes are read nowhere else: the database counts them by group, under the rights of the officer's
 * account, and hands out no person. Orders are those of who was eligible; the matcher knows none of the attributes.
 * Errors: OFFICE_ONLY; NOT_FOUND for a region outside the officer's areas; BAD_USER_INPUT for a time that is no start of a
 * month, or that comes with a vacancy: many periods that hardly differ would tell what one alone does not.
 * Cost: 4 queries, and 7 bytes for every place of at most 500 orders.
 */
export const auditFairness =
  ({ readAs, clock }: Deps) =>
  async (viewer: Viewer, request: AuditRequest): Promise<FairnessAudit> => {
    checkPeriod(request);
    const office = await readAs(actorOf(viewer), officeOf);
    const { regionCode } = request;
    if (regionCode !== null && !isInOffice(office, regionCode)) {
      throw errors.object.notFound('regionCode');
    }
    const regionCodes = regionCode === null ? office.regionCodes : [regionCode];
    const scope: AuditScope = { ...request, regionCodes };
    const found = await readAs('system', (manager) => findSealedOrders(manager, scope));
    const orders = found.slice(0, MOST_ORDERS);
    const tallies = await tallyPeople(orders, request.stage);
    const counts = await readAs(actorOf(viewer), (manager) =>
      countGroups(manager, request.attribute, clock.now(), tallies),
    );
    const outcomes = publishGroups(
      withEmptyGroups(counts, GROUPS[request.attribute]),
      drawsOf(orders, `${request.attribute} ${request.stage}`),
    );
    return {
      rankings: orders.length,
      isComplete: found.length <= MOST_ORDERS,
      outcomes: outcomes ?? [],
      isSuppressed: outcomes === null,
      algorithmVersions: [...new Set(orders.map((order) => order.algorithmVersion))].sort(),
    };
  };

function checkPeriod({ vacancyId, from, until }: AuditRequest): void {
  for (const [field, at] of Object.entries({ from, until })) {
    if (at === null) continue;
    if (vacancyId !== null || at.getTime() !== Date.UTC(at.getUTCFullYear(), at.getUTCMonth())) {
      throw errors.input.invalid(field, reasons.wholeMonths);
    }
  }
}

async function countGroups(
  manager: EntityManager,
  attribute: AuditedAttribute,
  at: Date,
  tallies: ReadonlyMap<number, PersonTally>,
): Promise<GroupCount[]> {
  const rows = [...tallies.values()];
  return await manager.query(
    `SELECT "group", considered::float8, selected::float8, people::float8,
       people_selected::float8 AS "peopleSelected", people_rejected::float8 AS "peopleRejected"
     FROM padan_group_counts($1, $2::timestamptz::date, $3, $4, $5)`,
    [
      attribute,
      at,
      [...tallies.keys()],
      rows.map(({ considered }) => considered),
      rows.map(({ selected }) => selected),
    ],
  );
}

function withEmptyGroups(counts: readonly GroupCount[], groups: readonly string[]): GroupCount[] {
  const present = new Set(counts.map(({ group }) => group));
  const empty = groups.filter((group) => !present.has(group));
  const nobody = { considered: 0, selected: 0, people: 0, peopleSelected: 0, peopleRejected: 0 };
  return [...counts, ...empty.map((group) => ({ group, ...nobody }))];
}
