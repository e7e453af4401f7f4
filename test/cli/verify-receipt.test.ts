import path from 'node:path';
import { verifyCommand } from '../../src/cli/verify';

const FILE = path.join(__dirname, '../../examples/receipt.json');
const ROOT = 'da707f806ce753c936c5c58530439de55552de55b2a097159595d3e1455a2088';

let said: string;

/** Runs `padan verify …`; its exit code. */
async function run(...args: string[]): Promise<unknown> {
  said = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += text;
    return true;
  });
  try {
    await verifyCommand().parseAsync(args, { from: 'user' });
    return process.exitCode ?? 0;
  } finally {
    write.mockRestore();
    process.exitCode = 0;
  }
}

describe('padan verify receipt', () => {
  it.each([[['receipt', FILE]], [[FILE]]])(
    'calls nothing proven without a root and ends with 3: %s',
    async (args) => {
      expect(await run(...args)).toBe(3);
      expect(said).toContain('Rank 1 of 5, score 6983, POSSIBLE');
      expect(said).toContain(`Root ${ROOT}`);
      expect(said).toContain('not asked: the root is the one given with --root');
      expect(said).not.toContain('The receipt holds');
      expect(said).toMatch(new RegExp(`NOT PROVEN: .*public log.*: ${ROOT}\\n$`, 's'));
    },
  );

  it.each([[['receipt', FILE]], [[FILE]]])('compares with a given root: %s', async (args) => {
    expect(await run(...args, '--root', ROOT.toUpperCase())).toBe(0);
    expect(said).toContain('ok  the root is the one given with --root');
    expect(said).toMatch(/The receipt holds\.\n$/);
    expect(await run(...args, '--root', 'ab'.repeat(32))).toBe(1);
    expect(said).toContain('FAILS  the root is the one given with --root');
    expect(said).toMatch(/The receipt does NOT hold\.\n$/);
  });

  it('ends with 2 for what is no receipt', async () => {
    expect(await run(path.join(__dirname, '../../package.json'))).toBe(2);
    expect(said).toContain('no receipt of a known form');
    expect(await run('receipt', `${FILE}.missing`)).toBe(2);
    expect(said).toContain('cannot be read (ENOENT)');
  });
});
