import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { HomeLockedError, lockHome } from '../../src/embedded/home-lock';
import { markOf } from '../../src/embedded/processes';
import { newHome } from './held-servers';

describe('lockHome', () => {
  it('refuses while the owner lives and allows after release', async () => {
    const home = newHome();
    const lock = await lockHome(home);
    await expect(lockHome(home)).rejects.toThrow(HomeLockedError);
    lock.release();
    const again = await lockHome(home);
    again.release();
  });

  it('takes over the lock of a process that died', async () => {
    const home = newHome();
    (await lockHome(home)).release();
    const reused = { ...markOf(process.pid), started: 'earlier boot:1' };
    writeFileSync(path.join(home, 'lock'), JSON.stringify(reused));
    const lock = await lockHome(home);
    await expect(lockHome(home)).rejects.toThrow(`in use by process ${process.pid}`);
    lock.release();
  });

  it('gives a stale lock to one of many starts', async () => {
    const home = newHome();
    (await lockHome(home)).release();
    writeFileSync(path.join(home, 'lock'), '{"pid":4194304,"started":"gone"}');
    const starts = await Promise.allSettled(Array.from({ length: 20 }, () => lockHome(home)));
    expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
