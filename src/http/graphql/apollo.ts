import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../../resolvers/context';
import type { OperationRequest } from '../admission/admit';
import type { Documents } from '../admission/documents';
import { presentAll } from '../refusals/present-error';

const SHA256_HEX_LENGTH = 64;

/** Runs operations that were admitted against one audience's schema. */
export interface Executor {
  execute(operation: OperationRequest, context: Context): Promise<FormattedExecutionResult>;
  stop(): Promise<void>;
}

/** Apollo for one audience; documents come from `documents`, where admission put them, read and valid. */
export async function createExecutor(
  schema: GraphQLSchema,
  documents: Documents,
  logger: Logger,
): Promise<Executor> {
  const apollo = new ApolloServer<Context>({
    schema,
    logger,
    introspection: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    documentStore: {
      get: async (key) => documents.byHash(key.slice(-SHA256_HEX_LENGTH)),
      set: async () => {},
      delete: async () => false,
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      presentErrors(logger),
    ],
  });
  await apollo.start();
  return {
    execute: async ({ query, operationName, variables }, contextValue) => {
      const { body } = await apollo.executeOperation(
        { query, operationName: operationName ?? undefined, variables: variables ?? undefined },
        { contextValue },
      );
      if (body.kind !== 'single') throw new Error('incremental delivery is not offered');
      return body.singleResult;
    },
    stop: () => apollo.stop(),
  };
}

/** Puts our errors in place of Apollo's, with code, request id and the client's language. */
function presentErrors(logger: Logger): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ errors, response, contextValue }) => {
        if (errors === undefined || response.body.kind !== 'single') return;
        response.body.singleResult.errors = presentAll(errors, contextValue, logger);
      },
    }),
  };
}
