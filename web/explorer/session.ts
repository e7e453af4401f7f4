import type { Audience } from './audience';

/** A demo user the development server signs in, with a token for one endpoint. */
export interface Account {
  audience: Audience;
  name: string;
  token: string;
}

/** The demo users of a development server; none in production, where the address does not exist. */
export async function loadAccounts(): Promise<Account[]> {
  try {
    const response = await fetch('/explorer/session', { headers: { accept: 'application/json' } });
    if (!response.ok) return [];
    const body: { accounts: Account[] } = await response.json();
    return body.accounts;
  } catch {
    return [];
  }
}
