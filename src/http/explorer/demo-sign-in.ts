import type { DataSource } from 'typeorm';
import type { Config } from '../../config';
import { asActorRead } from '../../database/as-actor';
import { DEMO_ISSUER } from '../../demo';
import { Account } from '../../entities';
import { issueDevelopmentToken } from '../../identity/development-keys';
import type { ExplorerAccount } from './register-explorer';

/** Demo users that the explorer offers; the recruiter works for several employers. */
const AUDIENCES: Readonly<Record<string, ExplorerAccount['audience']>> = {
  'demo-employer-1': 'employer',
  'demo-employer-2': 'employer',
  'demo-recruiter-1': 'employer',
  'demo-candidate-1': 'candidate',
};

/** Signs the explorer in as demo users; null in production and where another issuer signs the tokens. */
export function demoSignIn(
  config: Pick<Config, 'environment' | 'auth' | 'home'>,
  dataSource: DataSource,
): (() => Promise<ExplorerAccount[]>) | null {
  const { issuer, audience, jwksUrl } = config.auth;
  if (config.environment === 'production' || jwksUrl !== null || issuer !== DEMO_ISSUER)
    return null;
  return async () => {
    const accounts = await asActorRead(dataSource, 'system', (manager) =>
      manager
        .createQueryBuilder(Account, 'account')
        .where({ issuer: DEMO_ISSUER })
        .andWhere('account.subject IN (:...subjects)', { subjects: Object.keys(AUDIENCES) })
        .orderBy('account.subject')
        .getMany(),
    );
    return await Promise.all(
      accounts.map(async ({ displayName, subject }) => ({
        audience: AUDIENCES[subject] ?? 'public',
        name: displayName,
        token: await issueDevelopmentToken({ home: config.home, issuer, audience, subject }),
      })),
    );
  };
}
