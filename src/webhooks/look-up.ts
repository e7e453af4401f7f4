import { type LookupAddress, type LookupOptions, promises } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** Two tries end well within a delivery's time. */
const TIMEOUT_MS = 1_500;
const TRIES = 2;

/**
 * Finds the addresses of a host by asking the name servers.
 *
 * `dns.lookup` waits in one of the four threads that also compress answers: ten names whose servers hang would stop
 * the API. This waits without a thread, and knows nothing of the names in this machine's own files but `localhost`.
 */
export const lookUp: LookupFunction = (hostname, options, callback) => {
  find(hostname).then(
    (addresses) => {
      const wanted = addresses.filter(({ family }) => !options.family || isFamily(options, family));
      const [first] = wanted;
      if (first === undefined) callback(notFound(hostname), '');
      else if (options.all) callback(null, wanted);
      else callback(null, first.address, first.family);
    },
    (error: NodeJS.ErrnoException) => callback(error, ''),
  );
};

async function find(hostname: string): Promise<LookupAddress[]> {
  if (hostname === 'localhost') return [{ address: '127.0.0.1', family: 4 }];
  const resolver = new promises.Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
  const [v4, v6] = await Promise.allSettled([
    resolver.resolve4(hostname),
    resolver.resolve6(hostname),
  ]);
  if (v4.status === 'rejected' && v6.status === 'rejected') throw v4.reason;
  return [
    ...(v4.status === 'fulfilled' ? v4.value : []).map((address) => ({ address, family: 4 })),
    ...(v6.status === 'fulfilled' ? v6.value : []).map((address) => ({ address, family: 6 })),
  ];
}

const isFamily = ({ family }: LookupOptions, found: number) =>
  family === found || family === `IPv${found}`;

const notFound = (hostname: string) =>
  Object.assign(new Error(`No address for ${hostname}`), { code: 'ENOTFOUND' });
