import { normaliseAddress } from '../../src/identity/address';

describe('normaliseAddress', () => {
  it.each([
    '081234567890',
    '+6281234567890',
    '6281234567890',
    '81234567890',
    '+62 812-3456-7890',
    ' (0812) 3456.7890 ',
    '+62 0812 3456 7890',
    '006281234567890',
  ])('reads the number %j', (typed) => {
    expect(normaliseAddress(typed)).toEqual({ kind: 'PHONE', text: '+6281234567890' });
  });

  it.each([
    ['Ani@Example.GO.ID', 'ani@example.go.id'],
    [' ani.lestari+kerja@example.com ', 'ani.lestari+kerja@example.com'],
    ['ani@bücher.example', 'ani@xn--bcher-kva.example'],
  ])('reads the e-mail address %j', (typed, text) => {
    expect(normaliseAddress(typed)).toEqual({ kind: 'EMAIL', text });
  });

  it.each([
    '',
    '0412345678',
    '084123456789',
    '081234567',
    '08123456789012',
    '+15551234567',
    '0812345678x9',
    'ani',
    'ani@',
    '@example.com',
    'ani@localhost',
    'ani..lestari@example.com',
    'ani@example.com\nBcc: budi@example.com',
    'ani <ani@example.com>',
    'ani@example.com,budi@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(250)}.com`,
  ])('does not take %j', (typed) => {
    expect(normaliseAddress(typed)).toBeNull();
  });
});
