import type { Logger } from 'pino';
import type { Config } from '../../config';
import { consoleDelivery } from './console-delivery';
import { type CodeDelivery, DeliveryError } from './delivery';
import { gatewayDelivery } from './gateway-delivery';
import { smtpDelivery } from './smtp-delivery';

/** What the settings name; in development without any, the log. */
export function createDelivery(
  { identity, environment }: Pick<Config, 'identity' | 'environment'>,
  log: Pick<Logger, 'warn'>,
): CodeDelivery {
  const ways = [
    ...(identity.smtp === null ? [] : [smtpDelivery(identity.smtp)]),
    ...(identity.gateway === null ? [] : [gatewayDelivery(identity.gateway)]),
  ];
  if (ways.length === 0 && environment !== 'production') return consoleDelivery(log);
  return {
    reaches: (kind) => ways.some((way) => way.reaches(kind)),
    send: async (message) => {
      const way = ways.find(({ reaches }) => reaches(message.to.kind));
      if (way === undefined) throw new DeliveryError('no way');
      await way.send(message);
    },
  };
}
