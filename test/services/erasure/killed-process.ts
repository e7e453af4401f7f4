import 'reflect-metadata';
import { asActor, asActorRead } from '../../../src/database/as-actor';
import { createDataSource } from '../../../src/database/data-source';
import { erasureFile } from '../../../src/erasures/erasure-file';
import { eraseMe } from '../../../src/services/erasure/erase-me';
import type { ErasureLog } from '../../../src/services/erasure/erasure-deps';

/** A service that is killed while it erases somebody: before the entry is on the disk, behind it, or after the commit. */
async function main([databaseUrl, file, accountId, moment]: string[]): Promise<void> {
  const dataSource = await createDataSource(databaseUrl, { poolSize: 2 }).initialize();
  const die = () => process.kill(process.pid, 'SIGKILL');
  const erasureLog: ErasureLog = {
    append: async (erasure) => {
      if (moment === 'before the entry') die();
      await erasureFile(file).append(erasure);
      if (moment === 'before the commit') die();
    },
  };
  await eraseMe({
    runAs: (actor, work) => asActor(dataSource, actor, work),
    readAs: (actor, work) => asActorRead(dataSource, actor, work),
    clock: { now: () => new Date() },
    erasureLog,
    forgetTokens: () => undefined,
  })({ accountId }, { clientMutationId: 'once', confirm: 'HAPUS' });
  die();
}

void main(process.argv.slice(2));
