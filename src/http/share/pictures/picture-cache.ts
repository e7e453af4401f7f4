/** So many bytes of pictures are kept: some 300 cards. */
const MOST_BYTES = 24 * 1024 * 1024;

/** Pictures by what they show, the last used ones; who asks for one that is being made waits for that. */
export class PictureCache {
  private readonly kept = new Map<string, Uint8Array>();
  private readonly making = new Map<string, Promise<Uint8Array>>();
  private bytes = 0;

  constructor(private readonly mostBytes = MOST_BYTES) {}

  async get(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const known = this.kept.get(key);
    if (known !== undefined) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const begun = this.making.get(key) ?? this.begin(key, make);
    return await begun;
  }

  private begin(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const made = make()
      .then((picture) => this.keep(key, picture))
      .finally(() => this.making.delete(key));
    this.making.set(key, made);
    return made;
  }

  private keep(key: string, picture: Uint8Array): Uint8Array {
    this.kept.set(key, picture);
    this.bytes += picture.length;
    for (const [oldest, { length }] of this.kept) {
      if (this.bytes <= this.mostBytes) break;
      this.kept.delete(oldest);
      this.bytes -= length;
    }
    return picture;
  }
}
