import type { DataSource } from 'typeorm';
import { asActorRead } from '../../../database/as-actor';
import type { ExplorerAccount } from '../../explorer/register-explorer';

/**
 * The token of a demo employer for the home page; null as soon as one real person is registered, so that the
 * public page never shows anybody who exists.
 */
export function demoEmployer(
  signIn: (() => Promise<readonly ExplorerAccount[]>) | null,
  dataSource: DataSource,
): (() => Promise<string | null>) | null {
  if (signIn === null) return null;
  return async () => {
    if (await hasRealPeople(dataSource)) return null;
    const accounts = await signIn();
    return accounts.find(({ audience }) => audience === 'employer')?.token ?? null;
  };
}

async function hasRealPeople(dataSource: DataSource): Promise<boolean> {
  return await asActorRead(dataSource, 'system', async (manager) => {
    const [row] = await manager.query<{ found: boolean }[]>(
      'SELECT EXISTS (SELECT FROM candidates WHERE NOT is_demo) AS found',
    );
    return row?.found ?? true;
  });
}
