import { withClient } from '../../src/database/bootstrap';
import { waitUntil } from '../../src/embedded/processes';
import { startTestApp, type TestApp } from '../support/test-app';

const PATIENCE_MS = 60_000;

export interface Listed {
  totalCount: number;
  isDegraded: boolean;
  edges: { node: { employer: { verification: string } } }[];
}

/** The service with an invented world of vacancies, once its search finds all of them. */
export async function startOffice(): Promise<TestApp> {
  const office = await startTestApp({ people: 20, employers: 80, vacancies: 200 });
  const open = await withClient(office.ownerUrl, async (client) => {
    const { rows } = await client.query<{ open: number }>(
      `SELECT count(*)::int AS open FROM vacancies WHERE state = 'PUBLISHED' AND valid_through > now()`,
    );
    return rows[0]?.open;
  });
  const isFound = async () => {
    const { totalCount, isDegraded } = await listVacancies(office);
    return !isDegraded && totalCount === open;
  };
  if (!(await waitUntil(isFound, PATIENCE_MS))) throw new Error('not all vacancies are found');
  return office;
}

/** The first 50 vacancies, as anybody is told. */
export async function listVacancies({ address }: TestApp): Promise<Listed> {
  const query =
    '{ vacancies(first: 50) { totalCount isDegraded edges { node { employer { verification } } } } }';
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: { vacancies: Listed } };
  return data.vacancies;
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
