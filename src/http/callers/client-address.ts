import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';

/**
 * The address of the client that an upgrade request comes from: what trusted proxies wrote, else the peer's own.
 *
 * Shape: `trusted` has addresses, networks (10.0.0.0/8) or names such as `loopback`; without any, nothing that a request
 * says of itself counts. For other requests fastify does the same.
 */
export function clientAddress(trusted: readonly string[]): (request: IncomingMessage) => string {
  if (trusted.length === 0) return (request) => request.socket.remoteAddress ?? '';
  const isTrusted = proxyAddress.compile([...trusted]);
  return (request) => proxyAddress(request, isTrusted) ?? '';
}
