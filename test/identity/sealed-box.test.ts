import { deriveKey } from '../../src/identity/derived-keys';
import { seal, unseal } from '../../src/identity/sealed-box';

const key = deriveKey('secret', 'seal');
const value = Buffer.from('20 bytes of a secret');

describe('a sealed value', () => {
  it('opens for its owner, with its key', () => {
    expect(unseal(key, 'ani', seal(key, 'ani', value))).toEqual(value);
  });

  it('is another one each time', () => {
    expect(seal(key, 'ani', value)).not.toEqual(seal(key, 'ani', value));
  });

  it('does not open for others, under another key, or when it was changed or cut', () => {
    const sealed = seal(key, 'ani', value);
    const changed = Buffer.from(sealed);
    changed[sealed.length - 1] ^= 1;
    expect(() => unseal(key, 'budi', sealed)).toThrow();
    expect(() => unseal(deriveKey('other', 'seal'), 'ani', sealed)).toThrow();
    expect(() => unseal(key, 'ani', changed)).toThrow();
    expect(() => unseal(key, 'ani', sealed.subarray(0, 20))).toThrow();
  });
});
