import cors, { type FastifyCorsOptions } from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config';
import { SNAPSHOT_FOLDER } from '../services/snapshots/snapshot-address';
import { endpointPath } from './graphql/endpoint';
import { OPERATIONS_PATH } from './persisted/register-operations';

const PREFLIGHT_SECONDS = 86_400;
const ALLOWED_HEADERS = ['content-type', 'authorization', 'accept-language', 'if-none-match'];
const EXPOSED_HEADERS = ['etag', 'age', 'retry-after'];
/** What pages of every site may read. */
const OPEN_PATHS: ReadonlySet<string> = new Set([endpointPath('public'), OPERATIONS_PATH]);
const OPEN_PAGES = /^\/(?:oembed|lowongan(?:[./].*)?)$/;

/**
 * Security headers for every answer, and who may call from another site: anybody reads the public endpoint and
 * the list of its stored operations by GET, and the pages, feeds and cards of vacancies; all else only pages of the
 * configured origins. No answer ever allows credentials.
 */
export async function addBrowserPolicy(
  app: FastifyInstance,
  config: Pick<Config, 'allowedOrigins' | 'environment'>,
): Promise<void> {
  await app.register(helmet, {
    // Everything is readable across origins where CORS says so; pages set a stricter policy of their own.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    contentSecurityPolicy: {
      directives: {
        // In development there is no https to upgrade to.
        upgradeInsecureRequests: config.environment === 'production' ? [] : null,
      },
    },
  });
  await app.register(cors, {
    delegator: (request, done) => done(null, corsOf(request, config.allowedOrigins)),
  });
}

function corsOf(request: FastifyRequest, allowedOrigins: readonly string[]): FastifyCorsOptions {
  const asked = request.headers['access-control-request-method'] ?? request.method;
  const [path = ''] = request.url.split('?');
  const shared = {
    allowedHeaders: ALLOWED_HEADERS,
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: PREFLIGHT_SECONDS,
    strictPreflight: false,
  };
  const isOpen = OPEN_PATHS.has(path) || OPEN_PAGES.test(path) || path.startsWith(SNAPSHOT_FOLDER);
  if (isOpen && (asked === 'GET' || asked === 'HEAD')) {
    return { ...shared, origin: '*', methods: ['GET', 'HEAD'] };
  }
  return { ...shared, origin: [...allowedOrigins], methods: ['GET', 'HEAD', 'POST'] };
}
