import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CursorFile } from '../../../examples/recruiter/cursor-file';

describe('CursorFile', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'recruiter-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const file = () => path.join(folder, 'cursor');

  it('has no cursor before the first is saved', () => {
    expect(new CursorFile(file()).cursor).toBeNull();
  });

  it('finds the last cursor again, with nothing else beside it', () => {
    const place = new CursorFile(file());
    place.save('first');
    place.save('second');
    expect(place.cursor).toBe('second');
    expect(new CursorFile(file()).cursor).toBe('second');
    expect(readdirSync(folder)).toEqual(['cursor']);
  });

  it('writes only what is new', () => {
    const place = new CursorFile(file());
    place.save('same');
    rmSync(file());
    place.save('same');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('gives a broken file to the service to judge', () => {
    writeFileSync(file(), '');
    expect(new CursorFile(file()).cursor).toBe('');
  });

  it('fails where it cannot write', () => {
    const place = new CursorFile(path.join(folder, 'missing', 'cursor'));
    expect(() => place.save('lost')).toThrow('ENOENT');
    expect(place.cursor).toBeNull();
  });
});
