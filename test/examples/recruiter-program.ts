import { spawn } from 'node:child_process';
import { connect, createServer, type Socket } from 'node:net';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

/** The example as a process of its own. */
export interface RecruiterProgram {
  /** What it has printed, a match a line. */
  lines(): string[];
  /** What else it has told. */
  notices(): string;
  readonly exitCode: Promise<number | null>;
  kill(signal: 'SIGTERM' | 'SIGKILL'): void;
}

export function startRecruiter(token: string, ...args: string[]): RecruiterProgram {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'examples/recruiter/main.ts', '--min-verdict', 'STRETCH', ...args],
    { cwd: ROOT, env: { PADAN_TOKEN: token, TZ: 'UTC' } },
  );
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  }
  return {
    lines: () => said.stdout.split('\n').slice(0, -1),
    notices: () => said.stderr,
    exitCode: new Promise((resolve) => child.once('close', resolve)),
    kill: (signal) => void child.kill(signal),
  };
}

/** A line to the service that can be cut. */
export interface Line {
  readonly address: string;
  /** Breaks every connection, and every new one until it is mended. */
  cut(): void;
  mend(): void;
  close(): void;
}

export async function layLine(address: string): Promise<Line> {
  const { hostname, port } = new URL(address);
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ]) {
      sockets.add(from);
      from.pipe(to);
      from.on('error', () => undefined);
      from.once('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
    if (isCut) near.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = server.address();
  if (own === null || typeof own === 'string') throw new Error('no port');
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: `http://127.0.0.1:${own.port}`,
    cut,
    mend: () => {
      isCut = false;
    },
    close: () => {
      cut();
      server.close();
    },
  };
}
