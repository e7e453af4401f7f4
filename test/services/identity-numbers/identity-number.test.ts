import {
  maskIdentityNumber,
  readIdentityNumber,
} from '../../../src/services/identity-numbers/identity-number';
import { identityVault } from '../../../src/services/identity-numbers/vault';

describe('readIdentityNumber', () => {
  it.each([
    ['a man’s', '7271011708900001'],
    ['a woman’s, 40 added to the day', '7271015708900002'],
    ['29 February of a leap year', '7271012902000003'],
  ])('takes %s', (_, digits) => {
    expect(readIdentityNumber(digits)).toBe(digits);
  });

  it('passes over spaces, dots and hyphens', () => {
    expect(readIdentityNumber(' 727101.170890-0001 ')).toBe('7271011708900001');
  });

  it.each([
    ['15 digits', '727101170890001'],
    ['letters', '72710117089O0001'],
    ['serial 0000', '7271011708900000'],
    ['no province', '0271011708900001'],
    ['no regency', '7200011708900001'],
    ['month 13', '7271011713900001'],
    ['day 32', '7271013208900001'],
    ['day 40', '7271014008900001'],
    ['31 February', '7271013102900001'],
    ['day 0', '7271010008900001'],
  ])('refuses %s', (_, text) => {
    expect(readIdentityNumber(text)).toBeNull();
  });
});

it('hides the day of birth', () => {
  expect(maskIdentityNumber('7271011708900001')).toBe('727101******0001');
});

describe('identityVault', () => {
  const digits = '7271011708900001';
  const vault = identityVault('a'.repeat(32));

  it('opens what it closed, for the same person only', () => {
    const closed = vault.encrypt(digits, 'one');
    expect(vault.decrypt(closed, 'one')).toBe(digits);
    expect(() => vault.decrypt(closed, 'another')).toThrow();
  });

  it('closes the same number differently each time, and hashes it alike', () => {
    expect(vault.encrypt(digits, 'one')).not.toEqual(vault.encrypt(digits, 'one'));
    expect(vault.hash(digits)).toEqual(vault.hash(digits));
  });

  it('opens nothing with another key', () => {
    const other = identityVault('b'.repeat(32));
    expect(() => other.decrypt(vault.encrypt(digits, 'one'), 'one')).toThrow();
    expect(other.hash(digits)).not.toEqual(vault.hash(digits));
  });
});
