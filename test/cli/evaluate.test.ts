import { evalCommand } from '../../src/cli/evaluate';

describe('padan eval', () => {
  test.each(['ranking', 'titles'])(
    '%s says in one line that it skipped a missing folder',
    async (task) => {
      const lines: string[] = [];
      const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
        lines.push(String(text));
        return true;
      });
      try {
        await evalCommand().parseAsync([task, '--dir', '/no/such/folder'], { from: 'user' });
      } finally {
        write.mockRestore();
      }
      expect(lines).toEqual([expect.stringMatching(`^eval ${task}: skipped, .*\\n$`)]);
      expect(process.exitCode ?? 0).toBe(0);
    },
  );
});
