import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gatewayDelivery } from '../../../src/identity/delivery/gateway-delivery';
import { type DeliveryWorld, describeDelivery, PATIENCE_MS, type Received } from './contract';

type Mode = 'accept' | 'refuse' | 'hang' | 'redirect';

async function start(
  limitMs = PATIENCE_MS,
  first: Mode = 'accept',
): Promise<DeliveryWorld & { headers: string[] }> {
  let mode = first;
  const received: Received[] = [];
  const headers: string[] = [];
  const server = createServer((request, response) => {
    if (mode === 'hang') return;
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      headers.push(String(request.headers.authorization));
      if (mode === 'accept') received.push(JSON.parse(body));
      if (mode === 'redirect') response.setHeader('location', '/elsewhere');
      response.statusCode = { accept: 202, refuse: 400, redirect: 307, hang: 500 }[mode];
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
  return {
    delivery: gatewayDelivery({ url, token: 'token-of-the-gateway' }, limitMs),
    ...{ received, headers },
    refuse: () => {
      mode = 'refuse';
    },
    hang: () => {
      mode = 'hang';
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describeDelivery('the gateway for telephones', 'PHONE', '+6281234567890', start);

describe('the gateway', () => {
  const message = {
    to: { kind: 'PHONE', text: '+6281234567890' },
    code: '012345',
    lang: 'ID',
  } as const;

  it('is shown its token', async () => {
    const world = await start();
    await world.delivery.send(message);
    expect(world.headers).toEqual(['Bearer token-of-the-gateway']);
    await world.stop();
  });

  it('cannot send the code on to somebody else', async () => {
    const world = await start(PATIENCE_MS, 'redirect');
    await expect(world.delivery.send(message)).rejects.toThrow('not delivered');
    expect(world.headers).toHaveLength(1);
    await world.stop();
  });
});
