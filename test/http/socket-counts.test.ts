import { SocketCounts } from '../../src/http/sockets/socket-counts';
import { limits } from '../../src/limits';

const many = (count: number, counts: SocketCounts, address: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => counts.open(address(index)));

describe('SocketCounts', () => {
  it('bounds the sockets of an address until somebody signs in on them', () => {
    const counts = new SocketCounts();
    const [first] = many(limits.socket.owner, counts, () => '192.0.2.1');
    expect(counts.isFull('192.0.2.1')).toBe(true);
    expect(counts.isFull('192.0.2.2')).toBe(false);
    expect(first.signIn('ani')).toBe(true);
    expect(counts.isFull('192.0.2.1')).toBe(false);
  });

  it('bounds the sockets of an account', () => {
    const counts = new SocketCounts();
    const sockets = many(limits.socket.owner, counts, String);
    for (const socket of sockets) expect(socket.signIn('ani')).toBe(true);
    const next = counts.open('192.0.2.1');
    expect(next.signIn('ani')).toBe(false);
    expect(next.signIn('budi')).toBe(true);
    sockets[0].close();
    expect(sockets[0].signIn('ani')).toBe(false);
    expect(counts.open('192.0.2.1').signIn('ani')).toBe(true);
  });

  it('bounds the sockets of the process, and forgets the closed ones', () => {
    const counts = new SocketCounts();
    const sockets = many(limits.socket.process, counts, String);
    expect(counts.isFull('192.0.2.1')).toBe(true);
    for (const socket of sockets) socket.close();
    expect(counts.isFull('192.0.2.1')).toBe(false);
  });
});
