import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');

describe('the generated types', () => {
  it('are those of the schema and the operations', () => {
    const written = execFileSync('node', ['scripts/codegen-recruiter.mjs'], { cwd: ROOT });
    const committed = path.join(ROOT, 'examples/recruiter/generated/operations.ts');
    expect(String(written)).toBe(readFileSync(committed, 'utf8'));
  });
});
