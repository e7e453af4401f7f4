import { readFileSync, statSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import {
  checkReceipt,
  type ReceiptCheck,
  type ReceiptFinding,
  type ReceiptReport,
} from '../matching/core/receipt';
import { sha256 } from '../matching/core/sha256';
import { say } from './session';

/** Far above any receipt: 64 neighbours and 256 lines take 40 kB. */
const LARGEST_FILE_BYTES = 1_000_000;

/** 1 = the receipt does not hold, 2 = the file is no receipt, 3 = it agrees with itself, which an invented one does too. */
const EXIT = { holds: 0, fails: 1, unreadable: 2, notCompared: 3 } as const;

/** Adds `padan verify receipt FILE`, and the same as `padan verify FILE`. */
export function addReceiptCommand(verify: Command): void {
  const receipt = new Command('receipt').description(
    'check a receipt without the service: exit code 0 = it holds under the root given, 1 = it fails, 2 = it is none, 3 = it agrees with itself, no root was given',
  );
  for (const command of [verify, receipt]) {
    command
      .argument(command === verify ? '[file]' : '<file>', 'a receipt, such as receipt.json')
      .option('--root <hex>', 'the root as read elsewhere, from rankingLog', readRoot)
      // Commander hands an option that both know to the outer one.
      .action((file: string | undefined, _: unknown, asked: Command) => {
        if (file === undefined) verify.help({ error: true });
        else process.exitCode = verifyFile(file, asked.optsWithGlobals().root ?? null, say);
      });
  }
  verify.addCommand(receipt);
}

/**
 * Checks the receipt in a file and says what was found, a line each.
 *
 * Shape: the exit code: 0 when it holds under `trustedRoot`, 1 when it fails, 2 when the file is no receipt, 3 when it
 * agrees with itself and there is no `trustedRoot`.
 */
export function verifyFile(
  file: string,
  trustedRoot: string | null,
  write: (line: string) => void,
): number {
  const report = readReport(file, trustedRoot);
  if (typeof report === 'string') {
    write(`${file}: ${report}`);
    return EXIT.unreadable;
  }
  const { statement, root, findings, isValid, isCompared } = report;
  const { rank, tiedWith, eligible, scoreBp, verdict, vacancyId } = statement;
  const shared = tiedWith === 0 ? '' : ` (shared with ${tiedWith})`;
  write(`Vacancy ${vacancyId}, order ${statement.snapshotId}`);
  write(`Rank ${rank}${shared} of ${eligible}, score ${scoreBp}, ${verdict}`);
  write(`Root ${root}`);
  for (const finding of findings) write(describe(finding));
  if (!isValid) {
    write('The receipt does NOT hold.');
    return EXIT.fails;
  }
  if (!isCompared) {
    write('NOT PROVEN: the receipt agrees with itself, as an invented one can.');
    write(`Compare its root with the public log (rankingLog), then give it with --root: ${root}`);
    return EXIT.notCompared;
  }
  write('The receipt holds.');
  return EXIT.holds;
}

function readReport(file: string, trustedRoot: string | null): ReceiptReport | string {
  let value: unknown;
  try {
    if (statSync(file).size > LARGEST_FILE_BYTES) return 'it is too large for a receipt';
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return 'it is not JSON';
    return `it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`;
  }
  return checkReceipt(sha256, value, trustedRoot) ?? 'it is no receipt of a known form';
}

const MEANINGS: Readonly<Record<ReceiptCheck, string>> = {
  SHARES: 'the shares of all lines are at most the whole',
  SCORE: 'the score follows from the lines',
  VERDICT: 'the verdict follows from the score and the conditions',
  PLACE: 'the place in the tree fits the rank',
  INCLUSION: 'leaf, salt and path lead to the root',
  LOG_ENTRY: 'the entry of the log is about this order, and its hash is right',
  TRUSTED_ROOT: 'the root is the one given with --root',
};

function describe({ check, holds, stated, found }: ReceiptFinding): string {
  if (holds === null) return `  –  not asked: ${MEANINGS[check]}`;
  if (holds) return `  ok  ${MEANINGS[check]}`;
  return `  FAILS  ${MEANINGS[check]}: stated ${stated}, found ${found}`;
}

function readRoot(text: string): string {
  const root = text.toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(root)) {
    throw new InvalidArgumentError('64 hexadecimal digits are needed.');
  }
  return root;
}
