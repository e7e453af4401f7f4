import { execFile } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

/** What a process prints whose last act is this, and how it ends. */
const run = (act: string): Promise<{ code: unknown; printed: string }> =>
  new Promise((resolve) => {
    const script = `
      const { createLogger } = require('./src/logging/logger.ts');
      require('./src/logging/report-crashes.ts').reportCrashes(createLogger('info'));
      const error = Object.assign(new Error('insert failed for "Kenari"'), {
        parameters: ['Kenari', '7271015708909377'],
        driverError: Object.assign(new Error('Kenari'), { detail: 'Key (phone)=(+6281273310987)' }),
      });
      ${act}`;
    execFile(
      process.execPath,
      ['--import', 'tsx', '--input-type=commonjs', '-e', script],
      { cwd: ROOT },
      (failure, stdout, stderr) => resolve({ code: failure?.code, printed: stdout + stderr }),
    );
  });

describe('reportCrashes', () => {
  it.each([
    ['thrown where nobody catches', 'setTimeout(() => { throw error; }, 10);'],
    ['a promise that nobody waits for', 'Promise.reject(error); setTimeout(() => {}, 5000);'],
  ])('ends the process and repeats nothing of a row: %s', async (_, act) => {
    const { code, printed } = await run(act);
    expect(code).toBe(1);
    expect(printed).toContain('a failure that nothing handles');
    expect(printed).not.toMatch(/Kenari|7271015708909377|81273310987/);
  });
});
