import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { appendOutbox, type OutboxEntry } from '../changes/outbox';
import { insertRows } from '../database/insert-rows';
import { Requirement, Vacancy, VacancyRegion } from '../entities';
import type { VacancyState } from '../entities/vocabulary';
import { newSlug, newVerifyCode } from '../services/vacancies/codes';
import { choosePlaces, notePlaces } from '../services/vacancies/measured-places';
import type { RupiahRange } from '../text/rupiah';
import { countUnresolved } from './count-unresolved';
import { findOrCreateEmployers } from './imported-employers';
import type { ImportedRequirement } from './requirements';
import type { UnderstoodVacancy } from './understand';
import type { VacancyDates } from './vacancy-dates';
import type { VacancyRow } from './vacancy-row';

/** An imported vacancy that is already in the database. */
export interface KnownVacancy {
  readonly id: string;
  readonly hash: string | null;
  readonly version: number;
  readonly state: VacancyState;
}

/** A row that is new or has changed, ready to be written. */
export interface VacancyWrite {
  readonly vacancy: UnderstoodVacancy;
  readonly requirements: readonly ImportedRequirement[];
  readonly dates: VacancyDates;
  readonly hash: string;
  readonly known: KnownVacancy | null;
}

export interface BatchContext {
  readonly sourceName: string;
  readonly now: Date;
}

/** States that somebody decided; an import changes the words of such a vacancy, never its state. */
const DECIDED: readonly VacancyState[] = ['FILLED', 'CLOSED', 'SUSPENDED', 'REJECTED', 'PAUSED'];

/** The vacancies of a source by their ids there. Cost: 1 query. */
export async function findKnown(
  manager: EntityManager,
  sourceName: string,
  externalIds: readonly string[],
): Promise<Map<string, KnownVacancy>> {
  const rows = await manager.query<(KnownVacancy & { external_id: string })[]>(
    `SELECT id, external_id, content_hash AS hash, version, state FROM vacancies
     WHERE source_name = $1 AND external_id = ANY($2)`,
    [sourceName, externalIds],
  );
  return new Map(rows.map(({ external_id, ...known }) => [external_id, known]));
}

/** Writes new and changed vacancies with their parts, employers, unresolved words and events. Cost: about 15 queries. */
export async function writeBatch(
  manager: EntityManager,
  writes: readonly VacancyWrite[],
  context: BatchContext,
): Promise<void> {
  if (writes.length === 0) return;
  const employerIds = await findOrCreateEmployers(
    manager,
    writes.map(({ vacancy }) => vacancy.row),
    context,
  );
  const stopped = await findStopped(manager, [...employerIds.values()]);
  const rows = writes.map((write) => {
    const id = employerIds.get(write.vacancy.row.employerRef) ?? '';
    return { write, row: vacancyColumns(write, { id, isStopped: stopped.has(id) }, context) };
  });
  await insertRows(
    manager,
    Vacancy,
    rows.filter(({ write }) => write.known === null).map(({ row }) => row),
  );
  const changed = rows.filter(({ write }) => write.known !== null).map(({ row }) => row);
  await notePlaces(
    manager,
    changed.map(({ id }) => id),
    context.now,
  );
  await updateVacancies(manager, changed);
  await insertRows(manager, VacancyRegion, rows.flatMap(regionRows));
  await choosePlaces(
    manager,
    rows.map(({ row }) => row.id),
    context.now,
  );
  await insertRows(manager, Requirement, rows.flatMap(requirementRows));
  await countUnresolved(
    manager,
    // An advertisement that came again is the same one.
    writes.filter(({ known }) => known === null).map(({ vacancy }) => vacancy.unresolved),
    context.now,
  );
  await appendOutbox(
    manager,
    rows.map(({ write, row }) => eventOf(write, row)),
  );
}

type VacancyColumns = ReturnType<typeof vacancyColumns>;
type Written = { write: VacancyWrite; row: VacancyColumns };

function vacancyColumns(
  { vacancy: { row, understanding }, dates, hash, known }: VacancyWrite,
  employer: { id: string; isStopped: boolean },
  { sourceName, now }: BatchContext,
) {
  const { occupation } = understanding;
  const stated = stateOf(known, dates);
  const isStopped = employer.isStopped && stated === 'PUBLISHED';
  const state = isStopped ? 'SUSPENDED' : stated;
  const isExpired = state === 'EXPIRED';
  return {
    id: known?.id ?? randomUUID(),
    slug: newSlug(row.title),
    verifyCode: newVerifyCode(),
    employerId: employer.id,
    state,
    suspendedFrom: isStopped ? ('PUBLISHED' as const) : null,
    title: row.title,
    occupationId: occupation?.id ?? null,
    occupationMatchedText: occupation?.matchedText ?? null,
    occupationConfidenceBp: occupation?.confidenceBp ?? null,
    description: row.description,
    openings: row.openings,
    employmentType: row.employmentType ?? understanding.employment,
    isRemote: /\b(?:remote|wfh|work from home)\b/i.test(row.title),
    ...payOf(row, understanding.pay),
    validThrough: dates.validThrough,
    publishedAt: dates.publishedAt,
    lastConfirmedAt: dates.publishedAt,
    closedAt: isExpired ? dates.validThrough : null,
    closedReason: isExpired ? ('EXPIRED' as const) : null,
    sourceKind: 'IMPORT' as const,
    sourceName,
    externalId: row.externalId,
    contentHash: hash,
    version: (known?.version ?? 0) + 1,
    createdAt: now,
    updatedAt: now,
  };
}

/** Those of these employers that the office stopped: nothing of them becomes public. Cost: 1 query. */
async function findStopped(
  manager: EntityManager,
  employerIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM employers WHERE id = ANY($1::uuid[]) AND verification = 'SUSPENDED'`,
    [employerIds],
  );
  return new Set(rows.map(({ id }) => id));
}

function stateOf(known: KnownVacancy | null, dates: VacancyDates): VacancyState {
  if (known !== null && DECIDED.includes(known.state)) return known.state;
  return dates.isOpen ? 'PUBLISHED' : 'EXPIRED';
}

/** The pay of the columns, else of the text. */
function payOf(row: VacancyRow, stated: RupiahRange | null) {
  if (row.wageUnit !== null) {
    return { wageMin: textOf(row.wageMin), wageMax: textOf(row.wageMax), wageUnit: row.wageUnit };
  }
  if (stated === null || (stated.minIdr === null && stated.maxIdr === null)) {
    return { wageMin: null, wageMax: null, wageUnit: null };
  }
  return {
    wageMin: textOf(stated.minIdr),
    wageMax: textOf(stated.maxIdr),
    wageUnit: stated.unit ?? ('MONTH' as const),
  };
}

const textOf = (amount: number | null) => (amount === null ? null : String(amount));

/** A decided vacancy keeps its state with the reason and time of the decision; slug and code never change. */
async function updateVacancies(
  manager: EntityManager,
  rows: readonly VacancyColumns[],
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await manager.query('DELETE FROM vacancy_regions WHERE vacancy_id = ANY($1::uuid[])', [ids]);
  await manager.query('DELETE FROM requirements WHERE vacancy_id = ANY($1::uuid[])', [ids]);
  await manager.query(
    `UPDATE vacancies SET
       employer_id = row."employerId", title = row.title, description = row.description, openings = row.openings,
       occupation_id = row."occupationId", occupation_matched_text = row."occupationMatchedText",
       occupation_confidence_bp = row."occupationConfidenceBp", employment_type = row."employmentType",
       is_remote = row."isRemote", wage_min = row."wageMin", wage_max = row."wageMax", wage_unit = row."wageUnit",
       valid_through = row."validThrough", published_at = row."publishedAt", last_confirmed_at = row."lastConfirmedAt",
       state = row.state, suspended_from = coalesce(row."suspendedFrom", vacancies.suspended_from),
       closed_at = CASE WHEN row.state = ANY($2) THEN vacancies.closed_at ELSE row."closedAt" END,
       closed_reason = CASE WHEN row.state = ANY($2) THEN vacancies.closed_reason ELSE row."closedReason" END,
       content_hash = row."contentHash", version = row.version, updated_at = row."updatedAt"
     FROM json_to_recordset($1::json) AS row(
       id uuid, "employerId" uuid, title text, description text, openings integer, "occupationId" text,
       "occupationMatchedText" text, "occupationConfidenceBp" integer, "employmentType" text, "isRemote" boolean,
       "wageMin" bigint, "wageMax" bigint, "wageUnit" text, "validThrough" timestamptz, "publishedAt" timestamptz,
       "lastConfirmedAt" timestamptz, state text, "suspendedFrom" text, "closedAt" timestamptz, "closedReason" text, "contentHash" text,
       version integer, "updatedAt" timestamptz)
     WHERE vacancies.id = row.id`,
    [JSON.stringify(rows), DECIDED],
  );
}

function regionRows({ write, row }: Written) {
  return write.vacancy.regionCodes.map((regionCode) => ({ vacancyId: row.id, regionCode }));
}

function requirementRows({ write, row }: Written) {
  return write.requirements.map((requirement, position) => ({
    id: randomUUID(),
    vacancyId: row.id,
    position,
    ...requirement,
    weightBp: 10_000,
  }));
}

function eventOf({ known }: VacancyWrite, { id, state, version }: VacancyColumns): OutboxEntry {
  const created = state === 'PUBLISHED' ? 'vacancy.published' : 'vacancy.created';
  const kind = known === null ? created : 'vacancy.updated';
  return { aggregate: 'vacancy', aggregateId: id, kind, version };
}
