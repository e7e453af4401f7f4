import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { tokenFor } from '../subjects';

/** Who asks. */
export type Asker = 'employer' | 'candidate' | 'office';

/** What the askers have no right to, by kind: the global id, or what else names it. */
export type Foreign = Readonly<Record<string, string>>;

export interface Cast {
  readonly tokens: Readonly<Record<Asker, string>>;
  readonly foreign: Foreign;
}

const OFFICER = 'officer-of-the-bench';

/** Somebody in each role, and the things of others that none of them may see. */
export async function makeCast(client: Client, home: string): Promise<Cast> {
  await addOfficer(client);
  const { rows } = await client.query<{
    employer: string;
    vacancy: string;
    account: string;
    membership: string;
    candidate: string;
    consent: string;
  }>(
    `SELECT v.employer_id AS employer, v.id AS vacancy, m.account_id AS account, m.id AS membership,
       c.id AS candidate, s.id AS consent
     FROM vacancies v
     JOIN memberships m ON m.employer_id = v.employer_id AND m.role = 'OWNER'
     CROSS JOIN (SELECT id FROM candidates WHERE account_id IS NULL) c
     JOIN consents s ON s.candidate_id = c.id
     WHERE v.employer_id NOT IN (
       SELECT own.employer_id FROM memberships own JOIN accounts a ON a.id = own.account_id
       WHERE a.subject = 'demo-employer-1')
     ORDER BY v.id, c.id LIMIT 1`,
  );
  const [own] = rows;
  if (own === undefined) throw new Error('The demo data has no strangers');
  await client.query("UPDATE employers SET region_code = '31.71' WHERE id = $1", [own.employer]);
  await client.query("UPDATE candidates SET region_code = '31.71' WHERE id = $1", [own.candidate]);
  await client.query("UPDATE vacancies SET state = 'DRAFT' WHERE id = $1", [own.vacancy]);
  const [webhook, contact, key] = [randomUUID(), randomUUID(), randomUUID()];
  const handle = randomBytes(10).toString('hex');
  await client.query(
    `INSERT INTO employer_registrations (employer_id, registered_at, decide_by) VALUES ($1, now(), now())`,
    [own.employer],
  );
  await client.query(
    `INSERT INTO webhooks (id, employer_id, account_id, url, moves, min_verdict, secret_hint, place, created_at)
     VALUES ($1, $2, $3, 'https://hooks.example.com/', '{ENTERED}', 'STRETCH', 'test', 0, now())`,
    [webhook, own.employer, own.account],
  );
  await client.query(
    `INSERT INTO contacts (id, candidate_id, vacancy_id, employer_id, state, applied_at, application_state, created_at, updated_at)
     VALUES ($1, $2, $3, $4, 'CONSENTED', now(), 'SUBMITTED', now(), now())`,
    [contact, own.candidate, own.vacancy, own.employer],
  );
  await client.query(
    `INSERT INTO candidate_handles (organisation_id, candidate_id, handle, first_shown_at) VALUES ($1, $2, $3, now())`,
    [own.employer, own.candidate, handle],
  );
  await client.query(
    `INSERT INTO api_keys (id, region_code, name, prefix, portal_code, key_hash, scopes, quota_per_minute, created_at, expires_at)
     VALUES ($1, '31.71', 'Portal', 'padan_', substr(replace($1::text, '-', ''), 1, 10), $2, '{READ}', 60, now(), now() + interval '1 day')`,
    [key, randomBytes(32)],
  );
  const ids = {
    Employer: own.employer,
    Vacancy: own.vacancy,
    Membership: own.membership,
    Webhook: webhook,
    Application: contact,
    Consent: own.consent,
    Candidate: own.candidate,
    ApiKey: key,
  };
  const foreign = Object.entries(ids).map(([type, id]) => [type, encodeNodeId(type, id)]);
  return {
    tokens: {
      employer: await tokenFor(home, 'demo-employer-1'),
      candidate: await tokenFor(home, 'demo-candidate-1'),
      office: await tokenFor(home, OFFICER),
    },
    foreign: { ...Object.fromEntries(foreign), Handle: handle },
  };
}

/** What names nothing, in the shape of what names something; another one each time. */
export const missing = (kind: string): string =>
  kind === 'Handle' ? randomBytes(10).toString('hex') : encodeNodeId(kind, randomUUID());

async function addOfficer(client: Client): Promise<void> {
  const id = randomUUID();
  await client.query(
    "INSERT INTO accounts (id, issuer, subject, display_name) VALUES ($1, 'padan-development', $2, 'Petugas (contoh)')",
    [id, OFFICER],
  );
  await client.query(
    "INSERT INTO office_memberships (account_id, region_code, role) VALUES ($1, '72.71', 'OFFICER')",
    [id],
  );
}
