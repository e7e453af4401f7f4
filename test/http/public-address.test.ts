import { publicAddress } from '../../src/http/public-address';

const asked = (host: string) => ({ host, protocol: 'http' as const });

describe('publicAddress', () => {
  it('is the setting, whatever host the request names', () => {
    const address = publicAddress({ publicUrl: 'https://kerja.example.go.id', port: 4000 });
    expect(address(asked('evil.example'))).toBe('https://kerja.example.go.id');
  });

  it.each(['localhost:4000', '127.0.0.1:4000', '[::1]:4000', 'padan.local'])(
    'is the host of the request in development: %s',
    (host) => {
      expect(publicAddress({ publicUrl: null, port: 4000 })(asked(host))).toBe(`http://${host}`);
    },
  );

  it.each(['', 'a b', 'x"><script>', 'user@host', 'host/path'])(
    'takes no host that is none: %j',
    (host) => {
      const address = publicAddress({ publicUrl: null, port: 4000 })(asked(host));
      expect(address).toBe('http://localhost:4000');
    },
  );
});
