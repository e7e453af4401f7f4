import { limits } from '../../limits';

/** One open socket among all; it counts for its address until somebody signs in on it. */
export interface CountedSocket {
  /** Whether the account may have one more; then it counts for the account. */
  signIn(accountId: string): boolean;
  close(): void;
}

/** How many sockets are open in this process, and whose. */
export class SocketCounts {
  private total = 0;
  private readonly owned = new Map<string, number>();

  /** Whether nobody may open one more from the address. */
  isFull(address: string): boolean {
    return this.total >= limits.socket.process || !this.hasRoom(ofAddress(address));
  }

  open(address: string): CountedSocket {
    let owner = ofAddress(address);
    let isOpen = true;
    this.total += 1;
    this.add(owner, 1);
    return {
      signIn: (accountId) => {
        const account = `account ${accountId}`;
        // It may have closed while the token was checked.
        if (!isOpen || !this.hasRoom(account)) return false;
        this.add(owner, -1);
        owner = account;
        this.add(owner, 1);
        return true;
      },
      close: () => {
        isOpen = false;
        this.total -= 1;
        this.add(owner, -1);
      },
    };
  }

  private hasRoom(owner: string): boolean {
    return (this.owned.get(owner) ?? 0) < limits.socket.owner;
  }

  private add(owner: string, change: 1 | -1): void {
    const count = (this.owned.get(owner) ?? 0) + change;
    if (count === 0) this.owned.delete(owner);
    else this.owned.set(owner, count);
  }
}

const ofAddress = (address: string) => `address ${address}`;
