import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const ROOT = path.resolve(__dirname, '../..');
const START_LIMIT_MS = 120_000;
const SEARCH_PATH = [
  path.dirname(process.execPath),
  '/usr/local/bin',
  '/usr/bin',
  '/bin',
  '/usr/sbin',
  '/sbin',
].join(':');

/** The built service as `npm start` runs it, in a home of its own. */
export interface RunningService {
  address: string;
  home: string;
  /** Settings under which commands find it. */
  environment: Record<string, string>;
  /** Runs `padan …` beside the service; what it prints. */
  padan(...args: string[]): Promise<string>;
  /** Sends SIGTERM; the exit code. */
  stop(): Promise<number | null>;
}

/** Starts the built service (`npm run build` must have run) with demo data and waits until it is ready. */
export async function startService(settings: Record<string, string> = {}): Promise<RunningService> {
  const home = mkdtempSync(path.join(ROOT, '.padan-test-'));
  const environment = { PATH: SEARCH_PATH, PADAN_HOME: home, PORT: '0', ...settings };
  const child = spawn('node', ['dist/src/main.js'], { cwd: ROOT, env: environment });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = await readAddress(child);
  return {
    address,
    home,
    environment,
    padan: async (...args) => {
      const { stdout } = await promisify(execFile)('node', ['bin/padan.js', ...args], {
        cwd: ROOT,
        env: environment,
      });
      return stdout.trim();
    },
    stop: async () => {
      child.kill('SIGTERM');
      const code = await exited;
      rmSync(home, { recursive: true, force: true });
      return code;
    },
  };
}

async function readAddress(child: ChildProcess): Promise<string> {
  let output = '';
  return await new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(timer);
      reject(new Error(`The service ${why}:\n${output}`));
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail('did not start in time');
    }, START_LIMIT_MS);
    const endEarly = () => fail('ended early');
    child.once('exit', endEarly);
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const address = /Home page {2}(http:\S+?)\/\n/.exec(output)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      child.off('exit', endEarly);
      resolve(address);
    });
  });
}
