import { getOperationAST, type OperationDefinitionNode, parse } from 'graphql';
import { isKeepable } from '../../../src/http/response-cache/is-keepable';

const isKept = (text: string) => {
  const document = parse(text);
  return isKeepable({ document, operation: getOperationAST(document) as OperationDefinitionNode });
};

describe('isKeepable', () => {
  it.each([
    '{ vacancies { totalCount } }',
    '{ first: vacancies { totalCount } vacancy(slug: "a") { title } serviceInfo { version } }',
    'query { ...Parts } fragment Parts on Query { ... on Query { regions { totalCount } } }',
  ])('keeps %s', (text) => expect(isKept(text)).toBe(true));

  it.each([
    '{ matchMe(text: "saya bisa las") { considered } }',
    '{ vacancies { totalCount } matchMe { considered } }',
    '{ vacancies: matchMe { considered } }',
    '{ callingKey { name } }',
    '{ verifyVacancy(code: "ABCDE-FGHJK") { outcome } }',
    '{ vacancyChanges { totalCount } }',
    'query { ...Parts } fragment Parts on Query { ... on Query { resolveText { type } } }',
    'mutation { vacancies }',
  ])('never keeps %s', (text) => expect(isKept(text)).toBe(false));
});
