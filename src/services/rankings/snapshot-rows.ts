import { type EntityManager, IsNull, MoreThan, Not } from 'typeorm';
import { RankingSnapshot } from '../../entities';
import type { VacancyState } from '../../entities/vocabulary';

/** For so long an ordinary snapshot lives, and the cards of any. Source: ARCHITECTURE of the design (decisions). */
const SNAPSHOT_HOURS = 24;
const HOUR_MS = 3_600_000;

/** Which snapshot of a vacancy is wanted: a named one, or one of the vacancy as it is, at a place in the order of changes. */
export type WantedSnapshot =
  | { readonly id: string }
  | { readonly seq: number; readonly isSealed: boolean; readonly algorithmVersion: string };

/** A vacancy with the snapshot that was wanted, if there is one. */
export interface VacancyToRank {
  readonly id: string;
  readonly version: number;
  readonly state: VacancyState;
  readonly employerId: string;
  /** Whether the employer may be shown people. */
  readonly isVerified: boolean;
  readonly snapshot: RankingSnapshot | null;
}

const fields = [
  'id',
  'vacancyId',
  'vacancyVersion',
  'seq',
  'isSealed',
  'method',
  'algorithmVersion',
  'taxonomyVersion',
  'considered',
  'excludedByConsent',
  'eligible',
  'strong',
  'possible',
  'stretch',
  'places',
  'lastTiedWith',
  'shown',
  'digest',
  'createdAt',
  'expiresAt',
] as const satisfies readonly (keyof RankingSnapshot)[];

/**
 * Some vacancies, each with its snapshot; those that the account does not act for are left out, null = the service asks.
 *
 * Cost: 1 query.
 */
export async function findToRank(
  manager: EntityManager,
  accountId: string | null,
  vacancyIds: readonly string[],
  wanted: WantedSnapshot,
  at: Date,
): Promise<VacancyToRank[]> {
  const isNamed = 'id' in wanted;
  const matching = isNamed
    ? 's.id = $4'
    : `s.vacancy_version = v.version AND s.seq = $4 AND s.is_sealed = $5 AND s.algorithm_version = $6
       AND s.shown IS NOT NULL AND s.created_at > $3::timestamptz - interval '${SNAPSHOT_HOURS} hours'`;
  const values = isNamed ? [wanted.id] : [wanted.seq, wanted.isSealed, wanted.algorithmVersion];
  const rows: Record<string, unknown>[] = await manager.query(
    `SELECT v.id AS "forId", v.version, v.state, v.employer_id AS "employerId",
       e.verification = 'VERIFIED' AS "isVerified", s.*
     FROM vacancies v JOIN employers e ON e.id = v.employer_id LEFT JOIN LATERAL (
       SELECT ${selectFields(manager)} FROM ranking_snapshots s
       WHERE s.vacancy_id = v.id AND (s.expires_at IS NULL OR s.expires_at > $3) AND ${matching}
       ORDER BY s.created_at DESC LIMIT 1) s ON true
     WHERE v.id = ANY($1::uuid[]) AND ($2::uuid IS NULL OR EXISTS (
       SELECT FROM memberships m WHERE m.account_id = $2 AND m.employer_id = v.employer_id
         AND m.starts_at <= $3 AND (m.ends_at IS NULL OR m.ends_at > $3)))`,
    [vacancyIds, accountId, at, ...values],
  );
  return rows.map(({ forId, version, state, employerId, isVerified, ...snapshot }) => ({
    id: forId as string,
    version: version as number,
    state: state as VacancyState,
    employerId: employerId as string,
    isVerified: isVerified as boolean,
    snapshot: snapshot.id === null ? null : Object.assign(new RankingSnapshot(), snapshot),
  }));
}

const columnOf = (manager: EntityManager, field: (typeof fields)[number]) =>
  manager.connection.getMetadata(RankingSnapshot).findColumnWithPropertyName(field)?.databaseName;

const selectFields = (manager: EntityManager) =>
  fields.map((field) => `s.${columnOf(manager, field)} AS "${field}"`).join(', ');

type ServerFields = 'vacancy' | 'excludedByConsent';

export type NewSnapshot = Omit<RankingSnapshot, ServerFields | 'createdAt' | 'expiresAt'>;

/**
 * The sealed snapshots that there are already of the same vacancies as they are, by vacancy; until the transaction
 * ends nobody else seals these. Other vacancies are sealed meanwhile.
 *
 * Cost: 2 queries each.
 */
export async function lockSealed(
  manager: EntityManager,
  made: readonly NewSnapshot[],
  at: Date,
): Promise<Map<string, RankingSnapshot>> {
  const found = new Map<string, RankingSnapshot>();
  // In one order, so that two never wait for each other.
  const sorted = [...made].sort((a, b) => (a.vacancyId < b.vacancyId ? -1 : 1));
  for (const { vacancyId, vacancyVersion, seq, algorithmVersion } of sorted) {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `padan seal ${vacancyId}`,
    ]);
    const same = { vacancyId, vacancyVersion, seq, algorithmVersion, isSealed: true };
    const createdAt = MoreThan(new Date(at.getTime() - SNAPSHOT_HOURS * HOUR_MS));
    const where = { ...same, createdAt, shown: Not(IsNull()) };
    const sealed = await manager.findOne(RankingSnapshot, { where, order: { createdAt: 'DESC' } });
    if (sealed) found.set(vacancyId, sealed);
  }
  return found;
}

/**
 * Keeps new snapshots, and forgets what ran out for the same vacancies.
 *
 * Cost: 1 query, as the service itself: whoever has not agreed is counted in it.
 */
export async function insertSnapshots(
  manager: EntityManager,
  fresh: readonly NewSnapshot[],
  at: Date,
): Promise<RankingSnapshot[]> {
  const over = new Date(at.getTime() + SNAPSHOT_HOURS * HOUR_MS);
  const rows = fresh.map((made) => ({
    ...made,
    createdAt: at,
    expiresAt: made.isSealed ? null : over,
  }));
  const { columns } = manager.connection.getMetadata(RankingSnapshot);
  const given = columns.filter(({ propertyName }) => propertyName !== 'excludedByConsent');
  const names = given.map(({ databaseName }) => databaseName).join(', ');
  const types = given.map((column) => `"${column.propertyName}" ${String(column.type)}`);
  const [{ excluded }]: { excluded: number }[] = await manager.query(
    `WITH expired AS (
       DELETE FROM ranking_snapshots WHERE vacancy_id = ANY($2::uuid[]) AND expires_at <= $3),
     aged AS (
       UPDATE ranking_snapshots SET shown = NULL
       WHERE vacancy_id = ANY($2::uuid[]) AND is_sealed AND shown IS NOT NULL
         AND created_at <= $3::timestamptz - interval '${SNAPSHOT_HOURS} hours'),
     counted AS (
       SELECT count(*)::int AS excluded FROM candidates
       WHERE status = 'ACTIVE' AND matching_consent_at IS NULL),
     kept AS (
       INSERT INTO ranking_snapshots (${names}, excluded_by_consent)
       SELECT ${given.map(({ propertyName }) => `"${propertyName}"`).join(', ')}, excluded
       FROM json_to_recordset($1::json) AS row(${types.join(', ')}), counted)
     SELECT excluded FROM counted`,
    [JSON.stringify(rows.map(toRow)), rows.map((row) => row.vacancyId), at],
  );
  return rows.map((row) =>
    Object.assign(new RankingSnapshot(), row, { excludedByConsent: excluded }),
  );
}

/** Bytes as PostgreSQL writes them. */
const toHex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`;

const toRow = ({ places, shown, digest, ...row }: Omit<RankingSnapshot, ServerFields>) => ({
  ...row,
  places: toHex(places),
  shown: shown && toHex(shown),
  digest: toHex(digest),
});
