/** Chance that can be repeated: the same seed gives the same numbers (a 32-bit generator after Marsaglia's xorshift). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0 || 1;
  }

  /** An integer of 0 to `below` - 1; 0 when `below` is less than 1. */
  below(below: number): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return below < 1 ? 0 : (x >>> 0) % below;
  }

  /** True once in `n` times. */
  oneIn(n: number): boolean {
    return this.below(n) === 0;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** A part of `length`, mostly short. */
  range(length: number): readonly [number, number] {
    const start = this.below(length);
    return [start, Math.min(length, start + 1 + this.below(1 << this.below(10)))];
  }
}
