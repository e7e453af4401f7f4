import type { DataSource } from 'typeorm';
import { asActor } from '../database/as-actor';
import { DEMO_ISSUER } from './demand';

/** Deletes every invented person, vacancy and employer, announces it, and returns how many people there were. */
export function removeDemo(dataSource: DataSource): Promise<number> {
  return asActor(dataSource, 'system', async (manager) => {
    // A vacancy that somebody wrote for an invented employer is as invented as the employer.
    await manager.query(
      `${announceRemoved('vacancy', 'vacancies', 'WHERE is_demo OR employer_id IN (SELECT id FROM employers WHERE is_demo)')}`,
    );
    await manager.query(
      `DELETE FROM accounts WHERE issuer = $1 AND id IN (
         SELECT account_id FROM memberships JOIN employers ON employers.id = employer_id WHERE is_demo
         UNION SELECT account_id FROM candidates WHERE is_demo
       )`,
      [DEMO_ISSUER],
    );
    await manager.query(announceRemoved('employer', 'employers', 'WHERE is_demo'));
    const removed: unknown[] = await manager.query(
      `${announceRemoved('candidate', 'candidates', 'WHERE is_demo')} RETURNING id`,
    );
    return removed.length;
  });
}

/** One statement that deletes rows and writes an event for each. */
const announceRemoved = (aggregate: string, table: string, where: string) => `
  WITH removed AS (DELETE FROM ${table} ${where} RETURNING id, version)
  INSERT INTO outbox (aggregate, aggregate_id, kind, version)
  SELECT '${aggregate}', id, '${aggregate}.removed', version + 1 FROM removed`;
