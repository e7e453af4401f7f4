import { buildSchema } from 'graphql';
import { admit } from '../../src/http/admission/admit';
import { Documents } from '../../src/http/admission/documents';

const schema = buildSchema('type Query { a: Int }');
const gate = { schema, documents: new Documents(schema), isSignedIn: false };

describe('an operation of a kind that an endpoint lacks', () => {
  it.each(['mutation', 'subscription'])('is refused as not valid: %s', (kind) => {
    const query = `${kind} { __typename }`;
    expect(() => admit({ query }, gate)).toThrow(
      expect.objectContaining({ code: 'GRAPHQL_VALIDATION_FAILED' }),
    );
  });
});
