import 'reflect-metadata';
import { parse, validate } from 'graphql';
import * as applications from '../../../../src/http/pages/me/applications/operations';
import * as consents from '../../../../src/http/pages/me/consents/operations';
import * as data from '../../../../src/http/pages/me/data/operations';
import * as fit from '../../../../src/http/pages/me/fit/operations';
import * as matches from '../../../../src/http/pages/me/matches/operations';
import * as profile from '../../../../src/http/pages/me/profile/operations';
import * as signIn from '../../../../src/http/pages/me/sign-in/operations';
import * as start from '../../../../src/http/pages/me/start/operations';
import * as vacancy from '../../../../src/http/pages/me/vacancy/operations';
import { schemaFor } from '../../../../src/resolvers/project';
import { buildFullSchema } from '../../../../src/resolvers/schema';

const schema = schemaFor('candidate', buildFullSchema());
const areas = { applications, consents, data, fit, matches, profile, signIn, start, vacancy };

describe('the operations of the seeker’s pages', () => {
  it.each(
    Object.entries(areas).flatMap(([area, operations]) =>
      Object.entries(operations).map(([name, query]) => [`${area} ${name}`, query]),
    ),
  )('%s fits the schema', (_, query) => {
    expect(validate(schema, parse(query))).toEqual([]);
  });
});
