import { targetFault } from '../../src/webhooks/target';

const inProduction = { isLoopbackAllowed: false };
const inDevelopment = { isLoopbackAllowed: true };

describe('targetFault', () => {
  it.each([
    'https://hooks.example.com/padan',
    'https://hooks.example.com:443/',
    'https://hooks.example.com:8443/a?b=c',
    'https://xn--bcher-kva.example/',
  ])('takes %s', (url) => {
    expect(targetFault(url, inProduction)).toBeNull();
  });

  it.each([
    ['not an address', 'it is not an address'],
    [`https://example.com/${'a'.repeat(2_000)}`, 'it is longer than 2000 characters'],
    ['http://example.com/', 'it must begin with https://'],
    ['ftp://example.com/', 'it must begin with https://'],
    ['javascript:alert(1)', 'it must begin with https://'],
    ['https://user@example.com/', 'it must not carry a user name or password'],
    ['https://:secret@example.com/', 'it must not carry a user name or password'],
    ['https://example.com:22/', 'the port must be 443 or at least 1024'],
    ['https://example.com:80/', 'the port must be 443 or at least 1024'],
  ])('refuses %s', (url, reason) => {
    expect(targetFault(url, inProduction)?.en).toBe(reason);
  });

  it.each([
    'https://127.0.0.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://127.1/',
    'https://0177.0.0.1/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://93.184.215.14/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fd00::1]/',
    'https://localhost/',
    'https://localhost./',
    'https://api.localhost/',
    'https://intranet/',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'https://metadata.google.internal../',
    'https://localhost.../',
    'https://intranet../',
  ])('refuses the host of %s', (url) => {
    for (const rules of [inProduction, inDevelopment]) {
      expect(targetFault(url, rules)?.en).toContain('the host must be a public name');
    }
  });

  it('takes http to this machine where the setting allows it, and to no other', () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]', '127.1', '2130706433']) {
      expect(targetFault(`http://${host}:8080/`, inDevelopment)).toBeNull();
      expect(targetFault(`http://${host}:8080/`, inProduction)?.en).toContain('https');
    }
    for (const host of ['10.0.0.1', 'example.com', '[::ffff:127.0.0.1]', '127.0.0.2']) {
      expect(targetFault(`http://${host}:8080/`, inDevelopment)?.en).toContain('https');
    }
  });
});
