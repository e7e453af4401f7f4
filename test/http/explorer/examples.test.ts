import 'reflect-metadata';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getOperationAST, parse, validate } from 'graphql';
import { audiences } from '../../../src/resolvers/audience';
import { schemaFor } from '../../../src/resolvers/project';
import { buildFullSchema } from '../../../src/resolvers/schema';

const FOLDER = path.join(__dirname, '../../../web/explorer/examples');
const full = buildFullSchema();
const examples = audiences.flatMap((audience) =>
  readdirSync(path.join(FOLDER, audience))
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => ({ audience, file })),
);

describe('the explorer’s examples', () => {
  it('has some for each audience', () => {
    expect(new Set(examples.map(({ audience }) => audience))).toEqual(new Set(audiences));
  });

  it.each(examples)('$audience/$file fits its schema', ({ audience, file }) => {
    const document = parse(readFileSync(path.join(FOLDER, audience, file), 'utf8'));
    expect(validate(schemaFor(audience, full), document)).toEqual([]);
  });

  it.each(examples)('$audience/$file has its variables beside it', ({ audience, file }) => {
    const document = parse(readFileSync(path.join(FOLDER, audience, file), 'utf8'));
    const declared = getOperationAST(document)?.variableDefinitions ?? [];
    const names = declared.map(({ variable }) => variable.name.value);
    const variables = path.join(FOLDER, audience, file.replace('.graphql', '.json'));
    const given = existsSync(variables) ? JSON.parse(readFileSync(variables, 'utf8')) : {};
    expect(Object.keys(given)).toEqual(names);
  });
});
