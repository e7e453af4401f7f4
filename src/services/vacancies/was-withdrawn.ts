import type { RunAs } from '../transaction';

/**
 * Whether a vacancy that nobody may read now was public once: its readers are warned, and told nothing else.
 * The stream of changes tells the same of it (GONE).
 *
 * Cost: 1 query.
 */
export const wasWithdrawn =
  (readAs: RunAs) =>
  (slug: string): Promise<boolean> =>
    readAs('system', async (manager) => {
      const [row] = await manager.query<{ found: boolean }[]>(
        'SELECT EXISTS (SELECT FROM vacancies WHERE slug = $1 AND published_at IS NOT NULL) AS found',
        [slug],
      );
      return row?.found ?? false;
    });
