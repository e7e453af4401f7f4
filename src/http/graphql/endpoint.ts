import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { type Audience, audiences } from '../../resolvers/audience';
import { schemaFor } from '../../resolvers/project';
import { Documents } from '../admission/documents';
import { createExecutor, type Executor } from './apollo';

/** Everything behind one address of the API, the same for requests and sockets. */
export interface Endpoint {
  readonly audience: Audience;
  readonly path: string;
  readonly schema: GraphQLSchema;
  readonly documents: Documents;
  readonly executor: Executor;
}

/** The address of an audience: `/graphql` for the public, `/graphql/employer` and so on. */
export function endpointPath(audience: Audience): string {
  return audience === 'public' ? '/graphql' : `/graphql/${audience}`;
}

/** One endpoint an audience, each with its projection of the full schema. */
export function createEndpoints(full: GraphQLSchema, logger: Logger): Promise<Endpoint[]> {
  return Promise.all(
    audiences.map(async (audience) => {
      const schema = schemaFor(audience, full);
      const documents = new Documents(schema);
      const executor = await createExecutor(schema, documents, logger);
      return { audience, path: endpointPath(audience), schema, documents, executor };
    }),
  );
}
