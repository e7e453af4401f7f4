import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

type Mode = 'pass' | 'hang' | 'refuse' | 'slow';

/** Longer than any reader waits. */
const SLOW_MS = 1_500;

/** A door before a server that can be made to hang, to refuse or to be slow. */
export async function startFlakyProxy(targetUrl: string) {
  const target = new URL(targetUrl);
  const sockets = new Set<Socket>();
  let mode: Mode = 'pass';
  const server = createServer((incoming) => {
    if (mode === 'refuse') return incoming.destroy();
    const outgoing = connect(Number(target.port), target.hostname);
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        incoming.destroy();
        outgoing.destroy();
      });
    }
    incoming.on('data', (data) => {
      if (mode === 'pass') outgoing.write(data);
      else if (mode === 'slow') setTimeout(() => outgoing.write(data), SLOW_MS);
    });
    outgoing.on('data', (data) => incoming.write(data));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    for (const socket of [...sockets]) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    become: (next: Mode) => {
      mode = next;
      if (next === 'refuse') cut();
    },
    stop: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
