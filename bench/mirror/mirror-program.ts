import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { PROJECT } from '../graphql';

export interface MirrorOptions {
  readonly address: string;
  readonly folder: string;
}

/** examples/mirror as a process that is killed, paused and started again. */
export class MirrorProgram {
  private child: ChildProcess | null = null;
  private said = '';

  constructor(private readonly options: MirrorOptions) {}

  /** What it told since the beginning, over all its lives. */
  get told(): string {
    return this.said;
  }

  /** Follows until it is killed. */
  start(): void {
    this.child = this.spawn('--poll', '0.2');
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGCONT');
    child.kill('SIGKILL');
    await ended;
  }

  /** Stops it as a machine does that sleeps. */
  pause(): void {
    this.child?.kill('SIGSTOP');
  }

  goOn(): void {
    this.child?.kill('SIGCONT');
  }

  /** Brings it up to date and ends; what it printed, with the exit code. */
  async run(mode: '--once' | '--verify'): Promise<{ code: number | null; output: string }> {
    const child = this.spawn(mode);
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    const [code] = await once(child, 'close');
    return { code, output };
  }

  private spawn(...args: string[]): ChildProcess {
    const { address, folder } = this.options;
    const program = path.join(PROJECT, 'examples/mirror/main.ts');
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', program, '--address', address, '--dir', folder, ...args],
      {
        cwd: PROJECT,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { PATH: path.dirname(process.execPath), HOME: os.homedir() },
      },
    );
    child.stderr?.on('data', (chunk: Buffer) => {
      this.said += chunk.toString();
    });
    child.stdout?.resume();
    return child;
  }
}
