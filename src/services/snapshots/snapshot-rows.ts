import type { EntityManager } from 'typeorm';

/** A whole file with all public vacancies. */
export interface SnapshotFile {
  readonly id: string;
  readonly name: string;
  /** Of the file as it is sent, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** Of the lines in it. */
  readonly linesSha256: string;
  readonly linesBytes: number;
  readonly count: number;
  /** Place in the order of changes; what lies behind it may or may not be in the file. */
  readonly resumeFrom: number;
  readonly createdAt: Date;
}

type Reader = Pick<EntityManager, 'query'>;

/** Bytes of all parts but the last. */
export const PART_BYTES = 262_144;
/** How long a file stays after the next one was made: a download that runs comes to its end. */
const KEPT_HOURS = 24;

const COLUMNS = `id, name, sha256, bytes::float, lines_sha256 AS "linesSha256", lines_bytes::float AS "linesBytes",
  count, resume_from::float AS "resumeFrom", created_at AS "createdAt"`;

/** The newest file that is whole; null = there is none. Cost: 1 query. */
export async function readNewestSnapshot(manager: Reader): Promise<SnapshotFile | null> {
  const rows = await manager.query<SnapshotFile[]>(
    `SELECT ${COLUMNS} FROM vacancy_snapshots WHERE name IS NOT NULL
     ORDER BY created_at DESC, resume_from DESC LIMIT 1`,
  );
  return rows[0] ?? null;
}

/** Cost: 1 query. */
export async function findSnapshot(manager: Reader, name: string): Promise<SnapshotFile | null> {
  const rows = await manager.query<SnapshotFile[]>(
    `SELECT ${COLUMNS} FROM vacancy_snapshots WHERE name = $1`,
    [name],
  );
  return rows[0] ?? null;
}

/** A part of a file; null where it was removed meanwhile. Cost: 1 query. */
export async function readPart(manager: Reader, id: string, part: number): Promise<Buffer | null> {
  const rows = await manager.query<{ content: Buffer }[]>(
    'SELECT content FROM vacancy_snapshot_parts WHERE snapshot_id = $1 AND part = $2',
    [id, part],
  );
  return rows[0]?.content ?? null;
}

/** Makes room for a file; its id. */
export async function beginSnapshot(manager: Reader, createdAt: Date): Promise<string> {
  const [{ id }] = await manager.query<{ id: string }[]>(
    'INSERT INTO vacancy_snapshots (created_at) VALUES ($1) RETURNING id',
    [createdAt],
  );
  return id;
}

export async function writePart(
  manager: Reader,
  { id, part, content }: { id: string; part: number; content: Buffer },
): Promise<void> {
  await manager.query(
    'INSERT INTO vacancy_snapshot_parts (snapshot_id, part, content) VALUES ($1, $2, $3)',
    [id, part, content],
  );
}

/** Makes a file known, and removes those that another one took the place of a day ago, or that nobody finished. */
export async function completeSnapshot(manager: Reader, file: SnapshotFile): Promise<void> {
  await manager.query(
    `UPDATE vacancy_snapshots SET name = $2, sha256 = $3, bytes = $4, lines_sha256 = $5, lines_bytes = $6, count = $7,
       resume_from = $8 WHERE id = $1`,
    [
      ...[file.id, file.name, file.sha256, file.bytes, file.linesSha256, file.linesBytes],
      ...[file.count, file.resumeFrom],
    ],
  );
  await manager.query(
    `DELETE FROM vacancy_snapshots old
     WHERE (name IS NULL AND created_at < $1::timestamptz - interval '${KEPT_HOURS} hours')
       OR EXISTS (SELECT FROM vacancy_snapshots next WHERE next.name IS NOT NULL
         AND next.created_at > old.created_at AND next.created_at < $1::timestamptz - interval '${KEPT_HOURS} hours')`,
    [file.createdAt],
  );
}

/** Forgets a file that could not be made. */
export async function dropSnapshot(manager: Reader, id: string): Promise<void> {
  await manager.query('DELETE FROM vacancy_snapshots WHERE id = $1', [id]);
}
