import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { encodeNodeId } from '../../src/resolvers/node-id';
import type { Stage } from '../stream/stage';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** The lines of a snapshot that is made now. Errors: when a sum differs. */
export async function readSource(url: string): Promise<Buffer> {
  const query = '{ vacancySnapshot { url sha256 linesSha256 } }';
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = await response.json();
  const { url: address, sha256: sum, linesSha256 } = data.vacancySnapshot;
  const file = Buffer.from(await (await fetch(address)).arrayBuffer());
  const lines = gunzipSync(file);
  if (sha256(file) !== sum || sha256(lines) !== linesSha256) throw new Error('A sum differs');
  return lines;
}

/** The file that a mirror holds. Errors: when it is not one. */
export function readMirror(folder: string): Buffer {
  const files = readdirSync(folder).filter((name) => /^vacancies-\d+\.ndjson$/.test(name));
  const [file] = files;
  if (file === undefined || files.length > 1)
    throw new Error(`The mirror has ${files.length} files`);
  return readFileSync(path.join(folder, file));
}

/** What the tables say themselves of who is public: id, version, state and employer, by another way than records take. */
export async function listPublic({ pool }: Stage): Promise<string[]> {
  const { rows } = await pool.query<Record<'id' | 'said', string>>(
    `SELECT v.id, concat_ws(' ', v.version, v.state, e.name, e.verification, o.label_id) AS said
     FROM vacancies v JOIN employers e ON e.id = v.employer_id LEFT JOIN occupations o ON o.id = v.occupation_id
     WHERE v.published_at IS NOT NULL
       AND v.state NOT IN ('DRAFT', 'PENDING_REVIEW', 'NEEDS_CORRECTION', 'REJECTED', 'SUSPENDED')`,
  );
  return rows.map(({ id, said }) => `${encodeNodeId('Vacancy', id)} ${said}`).sort();
}

/** The same of lines. */
export function listLines(lines: Buffer): string[] {
  return lines
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { id, version, state, employer, occupation } = JSON.parse(line);
      const said = [version, state, employer.name, employer.verification, occupation?.labelId];
      return [id, ...said.filter((word) => word !== undefined)].join(' ');
    })
    .sort();
}
