import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { connect, type LookupFunction } from 'node:net';
import { createPost } from '../../src/webhooks/post';
import { type Receiver, startReceiver } from './receiver';

const HANGING_MS = 300;

let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver();
});

afterEach(async () => {
  await receiver.stop();
});

const post = createPost({ isLoopbackAllowed: true });
const impatient = createPost({ isLoopbackAllowed: true, timeoutMs: HANGING_MS });
const send = (url = receiver.url, sender = post) =>
  sender(url, { 'webhook-id': 'msg_1' }, '{"a":1}');

/** A name server that answers with these addresses, one list a question. */
const nameServer = (...answers: string[][]): LookupFunction => {
  return (_, options, callback) => {
    const addresses: LookupAddress[] = (answers.shift() ?? ['192.0.2.1']).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
    if (options.all) callback(null, addresses);
    else callback(null, addresses[0].address, addresses[0].family);
  };
};

describe('post', () => {
  it('sends body and headers as JSON and tells the status', async () => {
    expect(await send()).toEqual({ outcome: 'DELIVERED', status: 204, retryAfterMs: null });
    const [{ headers, body }] = receiver.received;
    expect(body).toBe('{"a":1}');
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': '7',
      'webhook-id': 'msg_1',
      connection: 'close',
    });
  });

  it('does not follow a redirect', async () => {
    const target = await startReceiver();
    receiver.answer((response) => response.writeHead(307, { location: target.url }).end());
    expect(await send()).toMatchObject({ outcome: 'REDIRECTED', status: 307 });
    expect(target.received).toEqual([]);
    await target.stop();
  });

  it('gives up on a receiver that does not answer', async () => {
    receiver.answer(() => undefined);
    expect(await send(receiver.url, impatient)).toMatchObject({
      outcome: 'TIMED_OUT',
      status: null,
    });
  });

  it('gives up on an answer that does not end, whatever its status', async () => {
    receiver.answer((response) => response.writeHead(200).write('a little'));
    expect(await send(receiver.url, impatient)).toMatchObject({
      outcome: 'TIMED_OUT',
      status: null,
    });
  });

  it('reads no more than 64 KB of an answer', async () => {
    let written = 0;
    receiver.answer((response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) written += 16_384;
      };
      response.on('drain', more);
      response.writeHead(200);
      more();
    });
    expect(await send()).toMatchObject({ outcome: 'DELIVERED', status: 200 });
    // What lies in the buffers of both sockets was sent and never read.
    expect(written).toBeLessThan(32 * 1_048_576);
  });

  it('takes an answer that breaks off for a failure', async () => {
    receiver.answer((response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    });
    expect(await send()).toMatchObject({ outcome: 'UNREACHABLE', status: null });
  });

  it('tells that nobody listens', async () => {
    // The port of a connection that goes out: while it stands nobody else is given it.
    const held = connect(Number(new URL(receiver.url).port), '127.0.0.1');
    await once(held, 'connect');
    const url = `http://127.0.0.1:${held.localPort}/hook`;
    expect(await send(url)).toMatchObject({ outcome: 'UNREACHABLE', status: null });
    held.destroy();
  });

  it('refuses http to this machine where the setting does not allow it', async () => {
    const strict = createPost({ isLoopbackAllowed: false });
    expect(await send(receiver.url, strict)).toMatchObject({ outcome: 'ADDRESS_REFUSED' });
    expect(receiver.received).toEqual([]);
  });

  it.each([
    ['127.0.0.1'],
    ['10.1.2.3'],
    ['172.16.0.1'],
    ['192.168.1.1'],
    ['100.64.0.1'],
    ['169.254.169.254'],
    ['0.0.0.0'],
    ['::1'],
    ['::'],
    ['::ffff:127.0.0.1'],
    ['::ffff:10.0.0.1'],
    ['64:ff9b::7f00:1'],
    ['fe80::1'],
    ['fd00:ec2::254'],
    ['93.184.215.14', '10.0.0.1'],
  ])('refuses a public name that leads to %s', async (...addresses) => {
    const strict = createPost({ isLoopbackAllowed: false, lookup: nameServer(addresses) });
    const answer = await send('https://hooks.example.com/', strict);
    expect(answer).toEqual({ outcome: 'ADDRESS_REFUSED', status: null, retryAfterMs: null });
  });

  it('asks for the address again at each attempt', async () => {
    const answers = [['93.184.215.14', '::1'], ['127.0.0.1']];
    const lookup = nameServer(...answers);
    const strict = createPost({ isLoopbackAllowed: false, lookup });
    for (const _ of answers) {
      const answer = await send('https://rebound.example.com/', strict);
      expect(answer.outcome).toBe('ADDRESS_REFUSED');
    }
  });
});
