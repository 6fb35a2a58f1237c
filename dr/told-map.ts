/** A map that tells when something was put into it or taken out. */
export class ToldMap<V> extends Map<string, V> {
  constructor(private readonly changed: () => void) {
    super();
  }

  override set(key: string, value: V): this {
    super.set(key, value);
    this.changed();
    return this;
  }

  override delete(key: string): boolean {
    const there = super.delete(key);
    this.changed();
    return there;
  }
}
