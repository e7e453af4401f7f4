import type { FastifyRequest } from 'fastify';
import type { Config } from '../config';

const HOST = /^(?:[\w-]+(?:\.[\w-]+)*|\[[\da-f:]+\])(?::\d{1,5})?$/i;

/** The origin of the links in an answer to a request, such as `https://kerja.example.go.id`. */
export type PublicAddress = (request: Pick<FastifyRequest, 'host' | 'protocol'>) => string;

/** By the setting; without one, in development, by the request, whose Host header anybody may write. */
export function publicAddress({
  publicUrl,
  port,
}: Pick<Config, 'publicUrl' | 'port'>): PublicAddress {
  return ({ host, protocol }) => {
    if (publicUrl !== null) return publicUrl;
    return HOST.test(host) ? `${protocol}://${host}` : `http://localhost:${port}`;
  };
}
