/** What was made lately, as long as there is room: what nobody asked for longest goes first. The newest always stays. */
export class Lately<T> {
  readonly #held = new Map<string, { readonly value: T; readonly size: number }>();
  readonly #room: number;
  #size = 0;

  /** `room`: in the unit that sizes are given in. */
  constructor(room: number) {
    this.#room = room;
  }

  find(key: string): T | null {
    const found = this.#held.get(key);
    if (!found) return null;
    this.#held.delete(key);
    this.#held.set(key, found);
    return found.value;
  }

  keep(key: string, value: T, size: number): void {
    this.#size += size - (this.#held.get(key)?.size ?? 0);
    this.#held.delete(key);
    this.#held.set(key, { value, size });
    for (const [oldest, { size }] of this.#held) {
      if (this.#size <= this.#room || oldest === key) return;
      this.#held.delete(oldest);
      this.#size -= size;
    }
  }
}
