/** All words of all names, folded and in order of their bytes; each is kept as what it adds to the word before it. */
import { ByteReader, ByteWriter, utf8 } from './bytes.ts';

/** Every so many words one is written whole. */
const blockSize = 16;

/** Words in order of their bytes, none twice. */
export function packWords(words: readonly Uint8Array[]): Uint8Array {
  const out = new ByteWriter();
  out.number(words.length);
  let before: Uint8Array = new Uint8Array();
  words.forEach((word, index) => {
    let shared = 0;
    if (index % blockSize !== 0) while (shared < word.length && word[shared] === before[shared]) shared++;
    out.number(shared);
    out.number(word.length - shared);
    out.raw(word.subarray(shared));
    before = word;
  });
  return out.done();
}

export class Dictionary {
  readonly size: number;
  readonly #reader: ByteReader;
  /** Where each block begins. */
  readonly #blocks: Uint32Array;
  /** The word read last. */
  #word = new Uint8Array(256);
  #length = 0;
  readonly #encoder = new TextEncoder();

  constructor(bytes: Uint8Array) {
    const reader = new ByteReader(bytes);
    this.size = reader.number();
    this.#reader = reader;
    this.#blocks = new Uint32Array(Math.ceil(this.size / blockSize));
    for (let index = 0; index < this.size; index++) {
      if (index % blockSize === 0) this.#blocks[index / blockSize] = reader.at;
      reader.number();
      reader.skip();
    }
  }

  at(index: number): string {
    this.#reader.at = this.#blocks[Math.floor(index / blockSize)] as number;
    for (let i = index - (index % blockSize); i <= index; i++) this.#next();
    return utf8(this.#word, 0, this.#length);
  }

  /** The word's number, or −1. */
  find(word: string): number {
    const bytes = this.#encoder.encode(word);
    const index = this.#firstFrom(bytes);
    return index < this.size && this.#compare(bytes) === 0 ? index : -1;
  }

  /** Numbers of the words that begin with `prefix`: from the first up to, without, the second. */
  beginningWith(prefix: string): readonly [number, number] {
    const bytes = this.#encoder.encode(prefix);
    const beyond = new Uint8Array(bytes.length + 1);
    beyond.set(bytes);
    beyond[bytes.length] = 255;
    return [this.#firstFrom(bytes), this.#firstFrom(beyond)];
  }

  /**
   * Calls back for the words from `low` up to, without, `high`, in order, each with how many of its bytes stand as in the one before (in the
   * first, none). The bytes are good until the next word.
   */
  each(
    low: number,
    high: number,
    visit: (index: number, word: Uint8Array, shared: number, length: number) => void,
  ): void {
    if (low >= high) return;
    const first = low - (low % blockSize);
    this.#reader.at = this.#blocks[first / blockSize] as number;
    for (let index = first; index < high; index++) {
      const shared = this.#next();
      if (index >= low) visit(index, this.#word, index === low ? 0 : shared, this.#length);
    }
  }

  /** Reads one word; gives how many of its bytes stood there already. */
  #next(): number {
    const reader = this.#reader;
    let shared = reader.number();
    const more = reader.number();
    const before = this.#length;
    this.#length = shared + more;
    if (shared === 0) {
      const most = Math.min(before, more);
      while (shared < most && reader.bytes[reader.at] === this.#word[shared]) {
        shared++;
        reader.at++;
      }
    }
    if (this.#length > this.#word.length) {
      const wider = new Uint8Array(this.#length * 2);
      wider.set(this.#word);
      this.#word = wider;
    }
    const { bytes } = reader;
    for (let i = shared; i < this.#length; i++) this.#word[i] = bytes[reader.at++] as number;
    return shared;
  }

  /** The first word that is not before `bytes`, left as the word read last. */
  #firstFrom(bytes: Uint8Array): number {
    let low = 0;
    let high = this.#blocks.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      this.#reader.at = this.#blocks[middle] as number;
      this.#next();
      if (this.#compare(bytes) <= 0) low = middle;
      else high = middle;
    }
    if (this.size === 0) return 0;
    this.#reader.at = this.#blocks[low] as number;
    for (let index = low * blockSize; index < this.size; index++) {
      this.#next();
      if (this.#compare(bytes) >= 0) return index;
    }
    return this.size;
  }

  /** The word read last against other bytes, as compareBytes. */
  #compare(bytes: Uint8Array): number {
    const most = Math.min(this.#length, bytes.length);
    for (let i = 0; i < most; i++)
      if (this.#word[i] !== bytes[i]) return (this.#word[i] as number) - (bytes[i] as number);
    return this.#length - bytes.length;
  }
}
