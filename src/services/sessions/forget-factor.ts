import type { EntityManager } from 'typeorm';
import { TotpFactor } from '../../entities';

/**
 * Takes the second factor of an account away, whose holder lost the telephone, and ends its sessions; false when it has
 * none. Only for the operator: whoever could do this over the network would not need the factor.
 *
 * Cost: 2 queries.
 */
export async function forgetFactor(
  manager: EntityManager,
  accountId: string,
  at: Date,
): Promise<boolean> {
  const { affected } = await manager.delete(TotpFactor, { accountId });
  await manager.query(
    `UPDATE sessions SET ended_at = $2, end_reason = 'RECOVERED' WHERE account_id = $1 AND ended_at IS NULL`,
    [accountId, at],
  );
  return (affected ?? 0) > 0;
}
