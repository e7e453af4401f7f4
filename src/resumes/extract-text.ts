import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Extracted } from './extract-process';
import {
  ResumeError,
  type ResumeFault,
  type ResumeText,
  resumeLimits,
  sniffResume,
} from './resume-text';

/** How often the memory of a reading process is looked at. */
const LOOK_EVERY_MS = 50;
const PAGE_BYTES = 4_096;

// Node.js 20 runs no TypeScript: in the tests, which run the sources, tsx translates it.
const isSource = __filename.endsWith('.ts');
const program = path.join(__dirname, isSource ? 'extract-process.ts' : 'extract-process.js');
const translation = isSource ? ['--import', 'tsx'] : [];

type Limits = Pick<typeof resumeLimits, 'timeMs' | 'memoryBytes'>;

/**
 * The text of a PDF or Word document. It is read by a process of its own, without settings or secrets, which is ended
 * when it takes too long or too much memory: a bad file costs its reader, not the service.
 *
 * Errors: ResumeError.
 * Cost: a process, some 0.3 s.
 */
export async function extractText(
  bytes: Buffer,
  limits: { readonly [K in keyof Limits]: number } = resumeLimits,
): Promise<ResumeText> {
  const kind = sniffResume(bytes);
  if (kind === null) throw new ResumeError('UNKNOWN_KIND');
  const answer = await readApart(bytes, limits);
  if ('fault' in answer) throw new ResumeError(answer.fault);
  return { kind, text: answer.text };
}

function readApart(
  bytes: Buffer,
  { timeMs, memoryBytes }: { readonly [K in keyof Limits]: number },
): Promise<Extracted> {
  const child = fork(program, {
    env: {},
    execArgv: [...translation, `--max-old-space-size=${Math.ceil(memoryBytes / 1024 ** 2)}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve) => {
    const fail = (fault: ResumeFault) => () => resolve({ fault });
    const timer = setTimeout(fail('TOO_DEMANDING'), timeMs);
    const watch = setInterval(() => {
      void memoryOf(child).then(
        (used) => used > memoryBytes && resolve({ fault: 'TOO_DEMANDING' }),
      );
    }, LOOK_EVERY_MS);
    child.once('message', (answer) => resolve(answer as Extracted));
    child.once('error', fail('BROKEN'));
    // It crashed, or the heap was full.
    child.once('exit', fail('TOO_DEMANDING'));
    child.send(bytes, (error) => error && resolve({ fault: 'BROKEN' }));
    child.once('close', () => {
      clearTimeout(timer);
      clearInterval(watch);
    });
  }).then((answer) => {
    child.kill('SIGKILL');
    return answer as Extracted;
  });
}

/** Resident memory of a process in bytes; 0 where the system does not tell. */
async function memoryOf({ pid }: ChildProcess): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(statm.split(' ')[1] ?? 0) * PAGE_BYTES;
}
