/** So many accounts on one address mean a carrier, a hall or an office, and no single client. */
const CROWD = 5;
const WITHIN_MS = 10 * 60_000;
const MOST_ADDRESSES = 10_000;

/** Which addresses carry many people: phone networks, job fairs, offices. Remembers accounts for ten minutes. */
export class Crowds {
  private readonly seen = new Map<string, Map<string, number>>();

  /** Somebody signed in was seen at an address. Cost: O(accounts of the address) at most. */
  note(address: string, accountId: string, nowMs: number): void {
    if (this.seen.size >= MOST_ADDRESSES && !this.seen.has(address)) this.seen.clear();
    const accounts = this.seen.get(address) ?? new Map<string, number>();
    accounts.set(accountId, nowMs);
    if (accounts.size > CROWD * 2) removeOld(accounts, nowMs);
    this.seen.set(address, accounts);
  }

  isCrowd(address: string, nowMs: number): boolean {
    const accounts = this.seen.get(address);
    if (accounts === undefined) return false;
    removeOld(accounts, nowMs);
    return accounts.size >= CROWD;
  }
}

function removeOld(accounts: Map<string, number>, nowMs: number): void {
  for (const [id, atMs] of accounts) if (nowMs - atMs > WITHIN_MS) accounts.delete(id);
}
