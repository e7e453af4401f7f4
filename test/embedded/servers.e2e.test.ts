import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { loadConfig } from '../../src/config';
import { withClient } from '../../src/database/bootstrap';
import { writePrivateJson } from '../../src/embedded/json-file';
import { silentLog } from '../../src/embedded/log';
import { isRunning, markOf, waitUntil } from '../../src/embedded/processes';
import { readRunFile } from '../../src/embedded/run-file';
import { attachOrProvideServers, provideServers } from '../../src/embedded/servers';
import { holdServers, newHome, serverMarks } from './held-servers';

const NOBODY = 65_534;
const PATIENCE_MS = 30_000;

const configOf = (home: string, more: Record<string, string> = {}) =>
  loadConfig({ PADAN_HOME: home, ...more });

const remember = (migratorUrl: string) =>
  withClient(migratorUrl, async (client) => {
    await client.query('create table remembered as select 42 as answer');
  });

const recall = (migratorUrl: string) =>
  withClient(migratorUrl, async (client) => {
    const result = await client.query('select answer from remembered');
    return result.rows;
  });

const overwriteFirstLine = (file: string, line: string) => {
  const [, ...others] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [line, ...others].join('\n'));
};

jest.setTimeout(60_000);

describe('provideServers', () => {
  it('serves both servers, keeps the data and leaves no process behind', async () => {
    const home = newHome();
    const first = await provideServers(configOf(home), silentLog);
    const marks = serverMarks(home);
    await remember(first.database.migratorUrl);
    const health = await fetch(`${first.meilisearch?.url}/indexes`, {
      headers: { authorization: `Bearer ${first.meilisearch?.key}` },
    });
    expect(health.status).toBe(200);
    await first.stop();
    expect([isRunning(marks.postgres), isRunning(marks.meilisearch)]).toEqual([false, false]);
    expect(existsSync(path.join(home, 'lock'))).toBe(false);

    const second = await provideServers(configOf(home), silentLog);
    expect(await recall(second.database.migratorUrl)).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it('refuses a second start on the same folder and says who holds it', async () => {
    const home = newHome();
    const servers = await provideServers(configOf(home), silentLog);
    const second = await holdServers(home);
    const { code, stderr } = await second.ended;
    await servers.stop();
    expect(code).toBe(1);
    expect(stderr).toBe(
      `${home} is in use by process ${process.pid}; stop it, or set PADAN_HOME to another folder\n`,
    );
  });

  it('starts again after its process was killed, with every row', async () => {
    const home = newHome();
    const held = await holdServers(home);
    await remember(readRunFile(home)?.database.migratorUrl ?? '');
    held.child.kill('SIGKILL');
    await held.ended;
    const servers = await provideServers(configOf(home), silentLog);
    expect(await recall(servers.database.migratorUrl)).toEqual([{ answer: 42 }]);
    await servers.stop();
  });

  it('starts again after everything was killed, with every row', async () => {
    const home = newHome();
    const held = await holdServers(home);
    const { postgres, meilisearch } = serverMarks(home);
    await remember(readRunFile(home)?.database.migratorUrl ?? '');
    held.child.kill('SIGSTOP');
    for (const { pid } of [postgres, meilisearch]) process.kill(pid, 'SIGKILL');
    held.child.kill('SIGKILL');
    await held.ended;
    const servers = await provideServers(configOf(home), silentLog);
    expect(await recall(servers.database.migratorUrl)).toEqual([{ answer: 42 }]);
    await servers.stop();
  });

  it('starts when another program has the number of the killed database', async () => {
    const home = newHome();
    const held = await holdServers(home);
    const { postgres } = serverMarks(home);
    held.child.kill('SIGSTOP');
    process.kill(postgres.pid, 'SIGKILL');
    held.child.kill('SIGKILL');
    await held.ended;
    const folder = path.join(home, 'postgres');
    expect(existsSync(path.join(folder, 'postmaster.pid'))).toBe(true);
    // As after a restart of a container: process 1 lives, but it is not the one that was noted.
    const other = { pid: 1, started: 'another boot:1' };
    writePrivateJson(path.join(home, 'postgres.lock'), other);
    overwriteFirstLine(path.join(folder, 'postmaster.pid'), String(other.pid));
    const servers = await provideServers(configOf(home), silentLog);
    await servers.stop();
    expect(isRunning(markOf(1))).toBe(true);
  });

  it('leaves no server behind when its process is killed', async () => {
    const home = newHome();
    const held = await holdServers(home);
    const { postgres, meilisearch } = serverMarks(home);
    held.child.kill('SIGKILL');
    const areGone = await waitUntil(
      () => !isRunning(postgres) && !isRunning(meilisearch),
      PATIENCE_MS,
    );
    expect(areGone).toBe(true);
  });

  it('starts a server that was killed again at the same address', async () => {
    const home = newHome();
    const servers = await provideServers(configOf(home), silentLog);
    await remember(servers.database.migratorUrl);
    const { postgres, meilisearch } = serverMarks(home);
    process.kill(postgres.pid, 'SIGKILL');
    process.kill(meilisearch.pid, 'SIGKILL');
    const isBack = await waitUntil(
      () =>
        Promise.all([
          recall(servers.database.migratorUrl),
          fetch(`${servers.meilisearch?.url}/health`),
        ]).then(
          () => true,
          () => false,
        ),
      PATIENCE_MS,
    );
    await servers.stop();
    expect(isBack).toBe(true);
  });

  it('ends cleanly on a signal', async () => {
    const home = newHome();
    const held = await holdServers(home);
    held.child.kill('SIGTERM');
    expect(await held.ended).toEqual({ code: 0, stderr: '' });
    expect(existsSync(path.join(home, 'postgres', 'postmaster.pid'))).toBe(false);
    expect(existsSync(path.join(home, 'run.json'))).toBe(false);
  });

  it('serves a normal user', async () => {
    const home = newHome();
    const isRoot = process.getuid?.() === 0;
    if (isRoot) {
      mkdirSync(home);
      chmodSync(home, 0o700);
      chownSync(home, NOBODY, NOBODY);
    }
    // The capability only lets that user read a project that lies below root's own folder.
    const asNobody = [
      ...['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'],
      ...['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search'],
    ];
    const held = await holdServers(home, isRoot ? asNobody : []);
    const owner = statSync(path.join(home, 'postgres')).uid;
    held.child.kill('SIGTERM');
    expect(await held.ended).toEqual({ code: 0, stderr: '' });
    expect(owner).toBe(isRoot ? NOBODY : process.getuid?.());
  });

  it('goes without search, in one line, where there is no Meilisearch', async () => {
    const warnings: string[] = [];
    const log = { ...silentLog, warn: (line: string) => void warnings.push(line) };
    const servers = await provideServers(configOf(newHome()), log, {
      findBinary: async () => null,
    });
    await servers.stop();
    expect(servers.meilisearch).toBeNull();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/MEILI_BIN.*MEILI_URL.*compose/);
  });

  it('uses the servers the settings name and makes no folder', async () => {
    const home = newHome();
    const config = configOf(home, {
      DATABASE_URL: 'postgres://app@db/padan',
      DATABASE_MIGRATOR_URL: 'postgres://owner@db/padan',
      MEILI_URL: 'http://search:7700',
      MEILI_KEY: 'key',
    });
    const servers = await provideServers(config, silentLog);
    await servers.stop();
    expect(servers).toMatchObject({
      database: { appUrl: 'postgres://app@db/padan', migratorUrl: 'postgres://owner@db/padan' },
      meilisearch: { url: 'http://search:7700', key: 'key' },
    });
    expect(existsSync(home)).toBe(false);
  });
});

describe('attachOrProvideServers', () => {
  it('uses the servers of the running service and leaves them running', async () => {
    const home = newHome();
    const service = await provideServers(configOf(home), silentLog);
    const command = await attachOrProvideServers(configOf(home), silentLog);
    await command.stop();
    await remember(command.database.migratorUrl);
    await service.stop();
    expect(command.database).toEqual(service.database);
    expect(command.meilisearch).toEqual(service.meilisearch);
  });

  it('starts its own servers where no service runs', async () => {
    const home = newHome();
    const command = await attachOrProvideServers(configOf(home), silentLog);
    await remember(command.database.migratorUrl);
    expect(readRunFile(home)).toBeNull();
    const { postgres } = serverMarks(home);
    await command.stop();
    expect(isRunning(postgres)).toBe(false);
  });

  it('keeps the passwords from other users', async () => {
    const home = newHome();
    const service = await provideServers(configOf(home), silentLog);
    const modes = ['run.json', 'secrets.json', 'lock'].map(
      (name) => statSync(path.join(home, name)).mode & 0o777,
    );
    await service.stop();
    expect(modes).toEqual([0o600, 0o600, 0o600]);
  });
});
