import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { smtpDelivery } from '../../../src/identity/delivery/smtp-delivery';
import { type DeliveryWorld, describeDelivery, type Received } from './contract';

type Mode = 'accept' | 'refuse' | 'hang';

async function start(limitMs: number): Promise<DeliveryWorld> {
  let mode: Mode = 'accept';
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, callback) => {
      if (mode === 'refuse') return callback(new Error(`550 no mailbox ${address}`));
      if (mode === 'accept') callback();
    },
    onData: (stream, session, callback) => {
      let text = '';
      stream.on('data', (chunk) => {
        text += chunk;
      });
      stream.on('end', () => {
        const [recipient] = session.envelope.rcptTo;
        received.push({ to: recipient?.address ?? '', text });
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = server.server.address() as AddressInfo;
  const settings = {
    url: `smtp://127.0.0.1:${port}`,
    from: 'Dinas Tenaga Kerja <no-reply@dinas.example>',
  };
  return {
    delivery: smtpDelivery(settings, limitMs),
    received,
    refuse: () => {
      mode = 'refuse';
    },
    hang: () => {
      mode = 'hang';
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

describeDelivery('the mail server', 'EMAIL', 'ani@example.com', start);
