const BAR_WIDTH = 30;

/** Draws how far a command is, on the line before. */
export function drawProgress(done: number, total: number): void {
  const filled = Math.round((BAR_WIDTH * done) / total);
  const bar = '█'.repeat(filled) + '·'.repeat(BAR_WIDTH - filled);
  process.stdout.write(`\r${bar} ${done} / ${total}${done === total ? '\n' : ''}`);
}
