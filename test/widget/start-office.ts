import { withClient } from '../../src/database/bootstrap';
import { waitUntil } from '../../src/embedded/processes';
import { startTestApp, type TestApp } from '../support/test-app';
import { takeTime } from '../web/unhurried';

const PATIENCE_MS = 120_000;

interface Listed {
  totalCount: number;
  isDegraded: boolean;
}

/** The service with an invented world of vacancies, once its search finds all of them. */
export async function startOffice(): Promise<TestApp> {
  takeTime();
  const office = await startTestApp({ people: 20, employers: 80, vacancies: 200 });
  const open = await withClient(office.ownerUrl, async (client) => {
    const { rows } = await client.query<{ open: number }>(
      `SELECT count(*)::int AS open FROM vacancies WHERE state = 'PUBLISHED' AND valid_through > now()`,
    );
    return rows[0]?.open;
  });
  const isFound = async () => {
    const { totalCount, isDegraded } = await countFound(office);
    return !isDegraded && totalCount === open;
  };
  if (!(await waitUntil(isFound, PATIENCE_MS))) throw new Error('not all vacancies are found');
  return office;
}

/** What the search finds of everything. */
async function countFound({ address }: TestApp): Promise<Listed> {
  const query = '{ vacancies { totalCount isDegraded } }';
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: { vacancies: Listed } };
  return data.vacancies;
}

/** Slugs of the vacancies whose employers the office has checked. */
export async function slugsOfChecked({ ownerUrl }: TestApp): Promise<Set<string>> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ slug: string }>(
      `SELECT slug FROM vacancies v JOIN employers e ON e.id = v.employer_id
       WHERE e.verification = 'VERIFIED'`,
    ),
  );
  return new Set(rows.map(({ slug }) => slug));
}

/** Closes a vacancy past the API; the search still finds it for a moment. */
export async function closeVacancy(
  { ownerUrl }: TestApp,
  slug: string,
  reason = 'FILLED_ELSEWHERE',
): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(
      `UPDATE vacancies SET state = 'CLOSED', closed_at = now(), closed_reason = $2
       WHERE slug = $1`,
      [slug, reason],
    ),
  );
}
