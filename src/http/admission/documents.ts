import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { AppError } from '../../errors';
import { limits } from '../../limits';
import { checkDocumentSize } from './document-size';
import { validationFault } from './faults';
import { literalRule } from './literal-rule';
import { checkSubscriptionRoots } from './subscription-roots';
import { withoutValues } from './value-reason';

// A portal and its apps send a few dozen operations; free queries from the explorer make up the rest.
const MAX_CACHED = 1_000;
const TOKEN_LIMIT_MESSAGE = /more tha[tn] \d+ tokens/;
const rules = [...specifiedRules, literalRule];

/** Documents that were read and found valid for one schema, each once; the least recently used go first. */
export class Documents {
  private readonly accepted = new Map<string, DocumentNode>();

  constructor(private readonly schema: GraphQLSchema) {}

  /**
   * The document of a query text.
   *
   * Errors: GRAPHQL_PARSE_FAILED, QUERY_TOO_LARGE; AggregateError of GRAPHQL_VALIDATION_FAILED and BAD_USER_INPUT.
   */
  read(source: string): DocumentNode {
    const key = createHash('sha256').update(source).digest('hex');
    const known = this.byHash(key);
    if (known !== undefined) return known;
    const document = parseSource(source);
    checkDocumentSize(document);
    checkSubscriptionRoots(document);
    const faults = validate(this.schema, document, rules, { maxErrors: limits.maxErrors });
    if (faults.length > 0) {
      const shown = faults.slice(0, limits.maxErrors);
      throw new AggregateError(shown.map((fault) => validationFault(fault, document)));
    }
    this.accepted.set(key, document);
    for (const oldest of this.accepted.keys()) {
      if (this.accepted.size <= MAX_CACHED) break;
      this.accepted.delete(oldest);
    }
    return document;
  }

  /** The document under the SHA-256 of its text, in hex. */
  byHash(key: string): DocumentNode | undefined {
    const document = this.accepted.get(key);
    if (document === undefined) return undefined;
    this.accepted.delete(key);
    this.accepted.set(key, document);
    return document;
  }
}

function parseSource(source: string): DocumentNode {
  try {
    return parse(source, { maxTokens: limits.maxTokens });
  } catch (error) {
    // The parser is recursive: brackets within the token limit can still exhaust the stack.
    if (error instanceof RangeError) {
      const what = { en: 'levels', id: 'tingkat' };
      throw new AppError('QUERY_TOO_LARGE', { what, limit: limits.maxDepth });
    }
    if (!(error instanceof GraphQLError)) throw error;
    if (TOKEN_LIMIT_MESSAGE.test(error.message)) {
      const what = { en: 'tokens', id: 'token' };
      throw new AppError('QUERY_TOO_LARGE', { what, limit: limits.maxTokens });
    }
    const originalError = new AppError('GRAPHQL_PARSE_FAILED', {
      reason: withoutValues(error.message),
    });
    const { source: text, positions } = error;
    throw new GraphQLError(error.message, { source: text, positions, originalError });
  }
}
