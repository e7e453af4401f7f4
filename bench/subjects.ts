import type { Client } from 'pg';
import { issueDevelopmentToken } from '../src/identity/development-keys';
import { encodeNodeId } from '../src/resolvers/node-id';
import type { Service } from './service';

/** A vacancy with the token of somebody who may see its candidates. */
export interface Subject {
  /** Its key in the database. */
  readonly key: string;
  /** Its id in the API. */
  readonly id: string;
  readonly regionCodes: readonly string[];
  readonly token: string;
}

const ISSUER = 'padan-development';
const AUDIENCE = 'padan';

/** A token of this machine's service. */
export const tokenFor = (home: string, subject: string): Promise<string> =>
  issueDevelopmentToken({ home, issuer: ISSUER, audience: AUDIENCE, subject });

/** The open demo vacancies whose areas are all regencies or all provinces. */
export async function listSubjects(
  client: Client,
  { home }: Service,
): Promise<{ regency: Subject[]; province: Subject[] }> {
  const { rows } = await client.query<{ key: string; subject: string; codes: string[] }>(
    `SELECT v.id AS key, min(a.subject) AS subject, array_agg(DISTINCT r.region_code) AS codes
     FROM vacancies v
     JOIN vacancy_regions r ON r.vacancy_id = v.id
     JOIN employers e ON e.id = v.employer_id AND e.verification = 'VERIFIED'
     JOIN memberships m ON m.employer_id = v.employer_id AND m.role = 'OWNER'
     JOIN accounts a ON a.id = m.account_id
     WHERE v.is_demo AND v.state = 'PUBLISHED' AND v.valid_through > now()
     GROUP BY v.id ORDER BY v.id`,
  );
  const subjects = await Promise.all(
    rows.map(async ({ key, subject, codes }) => ({
      key,
      id: encodeNodeId('Vacancy', key),
      regionCodes: codes,
      token: await tokenFor(home, subject),
    })),
  );
  const within = (shape: RegExp) =>
    subjects.filter(({ regionCodes }) => regionCodes.every((code) => shape.test(code)));
  return { regency: within(/^\d\d\.\d\d$/), province: within(/^\d\d$/) };
}

const WORDS = [
  ...['barista', 'admin toko', 'sopir', 'satpam', 'kasir minimarket', 'cashier', 'perawat', 'guru'],
  ...['tukang las', 'welder', 'operator alat berat', 'staf gudang', 'wairter', 'programer'],
  ...['akuntan', 'driver', 'marketing', 'juru masak', 'teknisi listrik', 'housekeeping'],
];

/** What people look for: everyday words in two languages, some mistyped or unfinished, places and forms. */
export const searches: readonly Readonly<Record<string, unknown>>[] = WORDS.flatMap((q, turn) => [
  { q },
  { q, regionCodes: ['72.71'] },
  { q: q.slice(0, 4), regionCodes: ['72'] },
  [
    {},
    { regionCodes: ['72.71'] },
    { regionCodes: ['72'], employmentTypes: ['FIXED_TERM', 'PERMANENT'] },
    { education: 'SMA' },
    { near: { latitude: -0.9, longitude: 119.87 }, withinKm: 25 },
  ][turn % 5],
]);
