import { withDatabase } from '../../src/database/bootstrap';

describe('withDatabase', () => {
  it('keeps server and role when only the database changes', () => {
    expect(withDatabase('postgresql://a:b@127.0.0.1:5432/x', 'y')).toBe(
      'postgresql://a:b@127.0.0.1:5432/y',
    );
  });

  it('escapes a password that holds URL characters', () => {
    const url = withDatabase('postgresql://a:b@127.0.0.1:5432/x', 'y', 'padan_app', 'p@s:/?#%');
    expect(decodeURIComponent(new URL(url).password)).toBe('p@s:/?#%');
    expect(new URL(url).hostname).toBe('127.0.0.1');
  });
});
