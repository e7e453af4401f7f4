/**
 * Who has one concept has the other, kept free of cycles while concepts are replaced and links are added (I27).
 *
 * Links are compared as the engines see them: each concept stands for what replaced it (I26).
 */
export class ImplicationGraph {
  private readonly successor = new Map<string, string>();
  private readonly next = new Map<string, Set<string>>();

  constructor(
    replacements: Iterable<readonly [string, string]>,
    links: Iterable<readonly [string, string]>,
  ) {
    for (const [from, to] of replacements) this.successor.set(from, to);
    for (const [from, to] of links) this.link(from, to);
  }

  /** What stands for a concept now. */
  resolve(concept: string): string {
    let at = concept;
    for (let to = this.successor.get(at); to !== undefined; to = this.successor.get(at)) at = to;
    return at;
  }

  /** Adds a link, unless that closed a cycle: then false and nothing changes. Cost: O(what `to` implies). */
  add(from: string, to: string): boolean {
    if (this.reaches(to, from)) return false;
    this.link(from, to);
    return true;
  }

  /** Lets `to` stand for `from`, unless that closed a cycle: then false and nothing changes. */
  replace(from: string, to: string): boolean {
    const [old, heir] = [this.resolve(from), this.resolve(to)];
    if (this.successor.has(from)) return this.resolve(from) === heir;
    if (old === heir) return false;
    // One concept of two: a way between them that leads over a third one would come back to its start.
    if (this.reachesOver(old, heir) || this.reachesOver(heir, old)) return false;
    const merged = this.nextOf(heir);
    for (const to of this.nextOf(old)) if (to !== heir) merged.add(to);
    merged.delete(old);
    for (const targets of this.next.values()) if (targets.delete(old)) targets.add(heir);
    merged.delete(heir);
    this.next.delete(old);
    this.successor.set(from, to);
    return true;
  }

  private link(from: string, to: string): void {
    const [source, target] = [this.resolve(from), this.resolve(to)];
    if (source !== target) this.nextOf(source).add(target);
  }

  private nextOf(concept: string): Set<string> {
    const known = this.next.get(concept) ?? new Set();
    this.next.set(concept, known);
    return known;
  }

  private reaches(from: string, to: string): boolean {
    const goal = this.resolve(to);
    const seen = new Set<string>();
    const open = [this.resolve(from)];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === goal) return true;
      if (seen.has(at)) continue;
      seen.add(at);
      open.push(...(this.next.get(at) ?? []));
    }
    return false;
  }

  private reachesOver(from: string, to: string): boolean {
    return [...(this.next.get(from) ?? [])].some((via) => via !== to && this.reaches(via, to));
  }
}
