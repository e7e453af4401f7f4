import { parse } from 'graphql';
import { checkSubscriptionRoots } from '../../src/http/admission/subscription-roots';

const check = (text: string) => () => checkSubscriptionRoots(parse(text));

describe('checkSubscriptionRoots', () => {
  it.each([
    'subscription { told @skip(if: true) }',
    'subscription ($x: Boolean!) { told @include(if: $x) }',
    'subscription { ... @include(if: true) { told } }',
    'subscription { ... { ... on Subscription { told @skip(if: false) } } }',
    'subscription { ...A @skip(if: true) } fragment A on Subscription { told }',
    'subscription { ...A } fragment A on Subscription { ...B } fragment B on Subscription { told @skip(if: true) }',
    'query Q { told } subscription S { told @skip(if: true) }',
  ])('refuses %s', (text) => {
    expect(check(text)).toThrow(expect.objectContaining({ code: 'GRAPHQL_VALIDATION_FAILED' }));
  });

  it.each([
    'subscription ($x: Boolean!) { told { text @include(if: $x) ...A @skip(if: $x) } } fragment A on Told { text }',
    'query ($x: Boolean!) { told @include(if: $x) }',
    'subscription { ...A } fragment A on Subscription { ...A told }',
    'subscription { ...Unknown }',
  ])('leaves %s to validation', (text) => {
    expect(check(text)).not.toThrow();
  });
});
