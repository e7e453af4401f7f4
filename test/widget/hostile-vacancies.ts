import { withClient } from '../../src/database/bootstrap';
import { HOSTILE_VACANCIES } from '../portal/xss-corpus';

/** Gives as many published vacancies and employers as there are hostile values those values; their slugs. */
export async function storeHostileVacancies(ownerUrl: string): Promise<string[]> {
  return await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; employer_id: string; slug: string }>(
      `SELECT DISTINCT ON (employer_id) id, employer_id, slug FROM vacancies
       WHERE state = 'PUBLISHED' ORDER BY employer_id, id LIMIT $1`,
      [HOSTILE_VACANCIES.length],
    );
    if (rows.length < HOSTILE_VACANCIES.length) throw new Error('too few employers');
    for (const [at, { id, employer_id }] of rows.entries()) {
      const { title, description, employerName } = HOSTILE_VACANCIES[at];
      await client.query('UPDATE vacancies SET title = $2, description = $3 WHERE id = $1', [
        ...[id, title, description],
      ]);
      await client.query('UPDATE employers SET name = $2 WHERE id = $1', [
        ...[employer_id, employerName],
      ]);
    }
    return rows.map(({ slug }) => slug);
  });
}
