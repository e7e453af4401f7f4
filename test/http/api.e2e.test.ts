import 'reflect-metadata';
import {
  type GraphQLArgument,
  type GraphQLField,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  parse,
} from 'graphql';
import { auditServer } from 'graphql-http';
import { price } from '../../src/http/admission/price';
import { endpointPath } from '../../src/http/graphql/endpoint';
import { audiences } from '../../src/resolvers/audience';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { schemaFor } from '../../src/resolvers/project';
import { buildFullSchema } from '../../src/resolvers/schema';
import { startTestApp, type TestApp } from '../support/test-app';
import { type Answer, expectRefusal, query } from './client';
import { matchMeInFull, ownVacancies, rankedInFull, vacanciesInFull } from './operations';

let app: TestApp;
let url: string;
let employerUrl: string;
beforeAll(async () => {
  app = await startTestApp();
  url = `${app.address}/graphql`;
  employerUrl = `${url}/employer`;
}, 60_000);
afterAll(() => app.stop());

const full = buildFullSchema();
const stranger = '7f9c24e8-3b1a-4d5e-9c00-0123456789ab';
// What breaks out of a filter, a statement, a page or a driver when somebody forgot to escape.
const nasty = [
  '"',
  "'",
  '\\',
  '\\"',
  '"\\',
  "\\'",
  '" OR 1 = 1 OR x = "',
  "' OR '1'='1",
  '); DROP TABLE vacancies; --',
  '%',
  '_',
  '*',
  '{}',
  '[]',
  '$1',
  ':name',
  '&&',
  '|',
  '!',
  '(',
  'a & | !',
  '<->',
  'IS NULL',
  '\t\n',
  '\u200b',
  '\u202eabc',
  '😀',
  'é̂',
  '</script>',
  '../..',
  '0',
  '-1',
  '1e400',
  'NaN',
  'null',
  'true',
  'a'.repeat(5_000),
];

describe('the GraphQL over HTTP audit', () => {
  it.each(audiences)('finds no error and at most three warnings for %s', async (audience) => {
    const results = await auditServer({ url: `${app.address}${endpointPath(audience)}` });
    const count = (status: string) => results.filter((result) => result.status === status).length;
    expect({ errors: count('error') }).toEqual({ errors: 0 });
    expect(count('warn')).toBeLessThanOrEqual(3);
  });
});

describe('what a text may hold', () => {
  const schema = schemaFor('employer', full);
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const textual = fields.flatMap((field) =>
    field.args
      .filter((arg) => /^(String|ID)$/.test(getNamedType(arg.type).name))
      .map((arg) => [field, arg] as const),
  );

  it.each(textual.map(([field, arg]) => [`${field.name}(${arg.name})`, field, arg] as const))(
    'fails nothing in %s',
    async (_, field, arg) => {
      for (const text of [
        ...nasty,
        encodeNodeId('Vacancy', stranger),
        encodeNodeId('Region', '"'),
      ]) {
        const answer = await query(employerUrl, ...callOf(field, arg, text));
        for (const { extensions } of answer.body.errors ?? []) {
          expect([text, extensions.code]).toEqual([
            text,
            expect.stringMatching(/^(BAD_USER_INPUT|NOT_FOUND|BAD_CURSOR|UNAUTHENTICATED)$/),
          ]);
        }
        expect([text, answer.status]).toEqual([text, expect.any(Number)]);
        expect(answer.status).toBeLessThan(500);
      }
    },
    30_000,
  );

  it('finds the same with any quotes as without', async () => {
    const text = 'query ($q: String) { vacancies(filter: { q: $q }) { totalCount } }';
    for (const q of nasty.filter((candidate) => candidate.length <= 200)) {
      expect((await query(url, text, { q })).body.errors).toBeUndefined();
    }
  });
});

/** A call of one root field with one argument set, the required ones filled with something. */
function callOf(
  field: GraphQLField<unknown, unknown>,
  arg: GraphQLArgument,
  text: string,
): [string, Record<string, unknown>] {
  const used = field.args.filter((other) => other === arg || isRequiredArgument(other));
  const heads = used.map((each) => `$${each.name}: ${String(each.type)}`).join(', ');
  const calls = used.map((each) => `${each.name}: $${each.name}`).join(', ');
  const isLeaf =
    !('getFields' in getNamedType(field.type)) && !('getTypes' in getNamedType(field.type));
  const selection = isLeaf ? '' : '{ __typename }';
  const values = used.map((each) => [each.name, valueFor(each, text)]);
  return [`query (${heads}) { ${field.name}(${calls}) ${selection} }`, Object.fromEntries(values)];
}

function valueFor(arg: GraphQLArgument, text: string): unknown {
  const type = getNamedType(arg.type);
  const one = isEnumType(type) ? type.getValues()[0]?.name : text;
  return isListType(isNonNullType(arg.type) ? arg.type.ofType : arg.type) ? [one] : one;
}

describe('a filter', () => {
  it.each([
    [{ near: { latitude: 91, longitude: 0 } }, 'filter.near.latitude'],
    [{ near: { latitude: 0, longitude: 181 } }, 'filter.near.longitude'],
    [{ withinKm: 0 }, 'filter.withinKm'],
    [{ wageMin: -1 }, 'filter.wageMin'],
    [{ publishedAfter: '2026-02-30T00:00:00Z' }, 'filter.publishedAfter'],
    [{ publishedAfter: '0001-01-01T00:00:00Z' }, 'filter.publishedAfter'],
    [{ regionCodes: ['72.71"'] }, 'filter.regionCodes.0'],
    [{ regionCodes: ['72', '72.71', 'Palu'] }, 'filter.regionCodes.2'],
    [{ regionCodes: Array.from({ length: 51 }, () => '72.71') }, 'filter.regionCodes'],
    [{ occupationIds: ['x'] }, 'filter.occupationIds.0'],
    [{ q: 'x'.repeat(201) }, 'filter.q'],
    [{ status: 'DRAFT' }, 'filter'],
  ])('%j is refused at %s', async (filter, field) => {
    const text = 'query ($filter: VacancyFilter) { vacancies(filter: $filter) { totalCount } }';
    const answer: Answer = await query(url, text, { filter });
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});

describe('the price', () => {
  const costOf = (text: string, variables: Record<string, unknown>, isSignedIn: boolean) => {
    const schema = schemaFor(isSignedIn ? 'employer' : 'public', full);
    const document = parse(text);
    const [operation] = document.definitions;
    if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
    return price({ schema, document, operation, variables }, isSignedIn).requested;
  };

  it('lets anybody ask for fifty explained vacancies and a hundred described ones', () => {
    expect(costOf(matchMeInFull, {}, false)).toBeLessThanOrEqual(1_000);
    expect(costOf(vacanciesInFull, {}, false)).toBeLessThanOrEqual(1_000);
  });

  it('lets an employer ask for a hundred explained people', () => {
    expect(costOf(rankedInFull, { id: 'x' }, true)).toBeLessThanOrEqual(5_000);
    expect(costOf(ownVacancies, {}, true)).toBeLessThanOrEqual(5_000);
  });
});

describe('an employer', () => {
  interface Own {
    viewer: { employers: { vacancies: { edges: { node: { id: string } }[] } }[] };
  }
  const as = async (subject: string) => ({ authorization: `Bearer ${await app.token(subject)}` });

  it('ranks people for a vacancy of its own and finds none of another', async () => {
    const [own, other] = [await as('demo-employer-1'), await as('demo-employer-2')];
    const answer = await query(employerUrl, ownVacancies, {}, own);
    const { viewer } = answer.body.data as unknown as Own;
    const id = viewer.employers[0]?.vacancies.edges[0]?.node.id ?? '';
    const ranked = await query(employerUrl, rankedInFull, { id }, own);
    expect(ranked.body.errors).toBeUndefined();

    const update = `mutation ($id: ID!) {
      closeVacancy(input: { clientMutationId: "1", id: $id, reason: CANCELLED }) { vacancy { id } }
    }`;
    const foreign = await query(employerUrl, update, { id }, other);
    const missing = await query(
      employerUrl,
      update,
      { id: encodeNodeId('Vacancy', stranger) },
      other,
    );
    for (const refused of [foreign, missing]) {
      expect(refused.body.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    expect(foreign.body.errors?.[0]?.message).toBe(missing.body.errors?.[0]?.message);
  });

  it('needs a token for what is its own', async () => {
    const mutation = `mutation { closeVacancy(input: { clientMutationId: "1", id: "x", reason: CANCELLED }) { vacancy { id } } }`;
    expectRefusal(await query(employerUrl, mutation), 'UNAUTHENTICATED', 401);
  });
});
