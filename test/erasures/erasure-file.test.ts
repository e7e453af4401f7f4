import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { erasureFile, prepareErasureFile, readErasureFile } from '../../src/erasures/erasure-file';

const at = new Date('2026-11-22T01:02:03.456Z');
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'padan-erasures-'));
  file = path.join(folder, 'log', 'erasures.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the log of erasures', () => {
  it('gives back what was appended, also by many at once', async () => {
    await prepareErasureFile(file);
    const numbers = Array.from({ length: 50 }, (_, number) => number);
    await Promise.all(
      numbers.map((number) => erasureFile(file).append({ candidateId: idOf(number), at })),
    );
    const read = await readErasureFile(file);
    expect(read.map(({ candidateId }) => candidateId).sort()).toEqual(numbers.map(idOf));
    expect(read[0].at).toEqual(at);
  });

  it('holds an id and a time, and only its owner reads it', async () => {
    await prepareErasureFile(file);
    await erasureFile(file).append({ candidateId: idOf(1), at });
    expect(readFileSync(file, 'utf8')).toBe(
      `{"erased":"${idOf(1)}","at":"2026-11-22T01:02:03.456Z"}\n`,
    );
  });

  it('is empty before it is there', async () => {
    expect(await readErasureFile(file)).toEqual([]);
  });

  it.each(['{', '{"erased":"0000', `{"erased":"${idOf(2)}","at":"2026-11-22T01:0`])(
    'passes over a line that a crash cut off: %s',
    async (torn) => {
      await prepareErasureFile(file);
      appendFileSync(file, torn);
      await erasureFile(file).append({ candidateId: idOf(1), at });
      const read = await readErasureFile(file);
      expect(read.map(({ candidateId }) => candidateId)).toEqual([idOf(1)]);
    },
  );

  it('is refused when somebody damaged it', async () => {
    await prepareErasureFile(file);
    writeFileSync(file, `{"erased":"${idOf(1)}"}\nsomething else\n`);
    await expect(readErasureFile(file)).rejects.toThrow('is damaged in line 1');
  });

  it('is refused where nobody can write it', async () => {
    const taken = path.join(folder, 'a-file');
    writeFileSync(taken, '');
    chmodSync(taken, 0o400);
    const prepared = prepareErasureFile(path.join(taken, 'erasures.log'));
    await expect(prepared).rejects.toThrow('cannot be written');
    const appended = erasureFile(path.join(taken, 'erasures.log')).append({
      candidateId: idOf(1),
      at,
    });
    await expect(appended).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });
});
