import 'reflect-metadata';
import { parse, validate } from 'graphql';
import * as operations from '../../../../src/http/pages/home/operations';
import { schemaFor } from '../../../../src/resolvers/project';
import { buildFullSchema } from '../../../../src/resolvers/schema';

const full = buildFullSchema();
const EMPLOYER_ONLY = ['RANKING_QUERY', 'OWN_VACANCIES_QUERY'];

describe('the operations of the home page', () => {
  it.each(Object.entries(operations))('%s fits its schema', (name, query) => {
    const audience = EMPLOYER_ONLY.includes(name) ? 'employer' : 'public';
    expect(validate(schemaFor(audience, full), parse(query))).toEqual([]);
  });
});
