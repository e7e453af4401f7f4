import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '../../src/embedded/processes';
import { PROJECT } from '../graphql';
import { steadyPort } from './steady-port';

/** What an instance of the API runs on. */
export interface ApiSettings {
  readonly home: string;
  readonly database: { readonly appUrl: string; readonly migratorUrl: string };
  readonly meilisearch: { readonly url: string; readonly key: string };
  /** Besides those that every instance has here. */
  readonly settings?: Readonly<Record<string, string>>;
}

const READY_LIMIT_MS = 120_000;
const END_LIMIT_MS = 20_000;
/** A full collection takes some 200 ms, and its pages go back to the system behind it. */
const COLLECTED_MS = 3_000;
const KIB = 1_024;

/** One instance of the API, in a process of its own, on servers that outlive it and always at the same address. */
export class Api {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly settings: ApiSettings,
    private readonly port: number,
  ) {}

  static async start(settings: ApiSettings): Promise<Api> {
    const api = new Api(settings, await steadyPort());
    api.launch();
    await api.ready();
    return api;
  }

  /** Address of the public endpoint. */
  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  /** Address of the employers' endpoint for sockets. */
  get socketUrl(): string {
    return `ws://127.0.0.1:${this.port}/graphql/employer`;
  }

  /** Resolves when it answers. Errors: when it ended by itself, or does not answer within two minutes. */
  async ready(): Promise<void> {
    const isReady = async () => this.child?.exitCode !== null || (await this.isReady());
    if (!(await waitUntil(isReady, READY_LIMIT_MS)) || !(await this.isReady())) {
      throw new Error('An instance of the API did not start');
    }
  }

  /** Starts it, also again when it has ended, without waiting. */
  launch(): void {
    const { home, database, meilisearch, settings } = this.settings;
    const folders = [path.dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'];
    const collecting = path.join(PROJECT, 'dist/bench/stream/collect-garbage.js');
    const options = ['--expose-gc', '--require', collecting];
    this.child = spawn(process.execPath, [...options, path.join(PROJECT, 'dist/src/main.js')], {
      cwd: PROJECT,
      stdio: ['ignore', 'ignore', 'inherit'],
      // Nothing of the surroundings: a setting there would change the figures.
      env: {
        PATH: folders.join(':'),
        HOME: os.homedir(),
        PADAN_HOME: home,
        PADAN_DEMO: 'off',
        // Its clients ask more than anybody may.
        BUDGET_FACTOR: '100000',
        LOG_LEVEL: 'error',
        PORT: String(this.port),
        DATABASE_URL: database.appUrl,
        DATABASE_MIGRATOR_URL: database.migratorUrl,
        MEILI_URL: meilisearch.url,
        MEILI_KEY: meilisearch.key,
        ...settings,
      },
    });
  }

  /** Ends it as a crash does. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends it as an operator does; returns after how many milliseconds it was gone. */
  async stop(): Promise<number> {
    const startMs = performance.now();
    await this.end('SIGTERM');
    return performance.now() - startMs;
  }

  /** Resident memory in MiB, as the kernel counts it. */
  residentMiB(): number {
    const status = readFileSync(`/proc/${this.child?.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / KIB;
  }

  /** The same without what the next collection of garbage frees. */
  async heldMiB(): Promise<number> {
    this.child?.kill('SIGUSR2');
    await sleep(COLLECTED_MS);
    return this.residentMiB();
  }

  private async isReady(): Promise<boolean> {
    return await fetch(`http://127.0.0.1:${this.port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS);
    await ended;
    clearTimeout(timer);
  }
}
