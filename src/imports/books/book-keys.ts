import type { IdentityVault } from '../../services/identity-numbers/vault';
import { foldName } from './same-person';

/** The keys under which books are kept. */
export interface BookKeys {
  /** Of identity numbers. */
  readonly vault: IdentityVault;
  /** Under which sign-in hashes addresses: who proves one finds the own entry. */
  readonly address: Buffer;
}

/** What tells a row from the others of its book. */
export interface RowIdentity {
  readonly number: string | null;
  readonly name: string;
  /** The first of these that is said decides, beside the name. */
  readonly others: readonly (string | null)[];
}

/** Under which key a row is found again: its number, else the name with what stands beside it. */
export function rowKey({ vault }: BookKeys, { number, name, others }: RowIdentity): Buffer {
  const parts = number === null ? ['name', foldName(name), ...others] : ['number', number];
  return vault.hash(`padan book row ${JSON.stringify(parts)}`);
}

/** Raise it when the same row is understood differently: the next import then rewrites it. */
const READER_VERSION = 2;

/** What a row says; without the key nobody can try what it may have said. */
export function bookHash({ vault }: BookKeys, { row: _, ...content }: { row: number }): Buffer {
  return vault.hash(`padan book content ${JSON.stringify([READER_VERSION, content])}`);
}
