import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';

const root = join(__dirname, '..', '..');
const guide = readFileSync(join(root, 'docs', 'FIRST-STEPS.md'), 'utf8');
const blocks = [...guide.matchAll(/```graphql (\w+)\n([\s\S]*?)```/g)];

describe('docs/FIRST-STEPS.md', () => {
  it('has operations of every audience that signs in', () => {
    expect(new Set(blocks.map(([, audience]) => audience))).toEqual(
      new Set(['candidate', 'employer', 'office']),
    );
  });

  it.each(blocks.map(([, audience, text]) => [audience, text]))(
    'names operations as the schema does: %s',
    (audience, text) => {
      const schema = buildSchema(readFileSync(join(root, 'schema', `${audience}.graphql`), 'utf8'));
      expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
    },
  );
});
