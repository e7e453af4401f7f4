import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadConfig } from '../../src/config';
import { findMeilisearch } from '../../src/embedded/meilisearch-binary';
import { newHome } from './held-servers';

const configOf = (home: string, more: Record<string, string> = {}) =>
  loadConfig({ PADAN_HOME: home, ...more });

function someFile(home: string, mode: number): string {
  mkdirSync(home, { recursive: true });
  const file = path.join(home, 'some binary');
  writeFileSync(file, 'not Meilisearch');
  chmodSync(file, mode);
  return file;
}

describe('findMeilisearch', () => {
  it('refuses a packaged file whose sha256 is not the pinned one', async () => {
    const home = newHome();
    const file = someFile(home, 0o644);
    await expect(findMeilisearch(configOf(home), file)).rejects.toThrow(
      /is not the Meilisearch we know \(sha256 [0-9a-f]{64}, expected 5354d854/,
    );
    expect(statSync(file).mode & 0o111).toBe(0);
  });

  it('checks the packaged file again after it changed', async () => {
    const home = newHome();
    const genuine = await findMeilisearch(configOf(home));
    expect(genuine).toContain('@gaubee');
    const file = someFile(home, 0o755);
    await expect(findMeilisearch(configOf(home), file)).rejects.toThrow('sha256');
  });

  it('prefers MEILI_BIN and takes it as it is', async () => {
    const home = newHome();
    const file = someFile(home, 0o755);
    expect(await findMeilisearch(configOf(home, { MEILI_BIN: file }))).toBe(file);
  });

  it('refuses a MEILI_BIN that cannot be run', async () => {
    const home = newHome();
    const file = someFile(home, 0o644);
    await expect(findMeilisearch(configOf(home, { MEILI_BIN: file }))).rejects.toThrow('MEILI_BIN');
  });

  it('never takes the packaged file in production', async () => {
    const home = newHome();
    const config = { ...configOf(home), environment: 'production' as const };
    const found = await findMeilisearch(config, someFile(home, 0o755));
    expect(found === null || !found.startsWith(home)).toBe(true);
  });
});
