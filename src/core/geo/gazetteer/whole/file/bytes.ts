/** Numbers and strings in bytes: what the gazetteer's file is made of. Numbers are LEB128 varints, strings are UTF-8. */

export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** 0 to 2³² − 1. */
  number(): number {
    const { bytes } = this;
    let byte = bytes[this.at++] as number;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let scale = 128; ; scale *= 128) {
      byte = bytes[this.at++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  signed(): number {
    const value = this.number();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  text(length = this.number()): string {
    const from = this.at;
    this.at += length;
    return utf8(this.bytes, from, this.at);
  }

  /** Passes over a text, or anything that begins with its length. */
  skip(): void {
    const length = this.number();
    this.at += length;
  }

  texts(): string[] {
    return Array.from({ length: this.number() }, () => this.text());
  }
}

/** Texts here are short: letter by letter is several times faster than a TextDecoder's call. The bytes are a packer's, and so well-formed. */
export function utf8(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; ) {
    const byte = bytes[at] as number;
    if (byte < 0x80) {
      text += String.fromCharCode(byte);
      at++;
    } else {
      text += String.fromCodePoint(letterAt(bytes, at));
      at += lengthOfLetter(byte);
    }
  }
  return text;
}

/** The code point whose first byte stands there. */
export function letterAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] as number;
  const length = lengthOfLetter(byte);
  if (length === 1) return byte;
  let letter = byte & (0x7f >> length);
  for (let i = 1; i < length; i++) letter = (letter << 6) | ((bytes[at + i] ?? 0) & 0x3f);
  return letter > 0x10ffff ? 0xfffd : letter;
}

export const lengthOfLetter = (firstByte: number): number =>
  firstByte < 0x80 ? 1 : firstByte < 0xe0 ? 2 : firstByte < 0xf0 ? 3 : 4;

export class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  length = 0;
  readonly #encoder = new TextEncoder();

  #room(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const wider = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    wider.set(this.#bytes);
    this.#bytes = wider;
  }

  number(value: number): void {
    this.#room(8);
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.#bytes[this.length++] = (rest % 128) + 128;
    this.#bytes[this.length++] = rest;
  }

  signed(value: number): void {
    this.number(value < 0 ? -value * 2 - 1 : value * 2);
  }

  raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  text(text: string): void {
    const bytes = this.#encoder.encode(text);
    this.number(bytes.length);
    this.raw(bytes);
  }

  texts(texts: readonly string[]): void {
    this.number(texts.length);
    for (const text of texts) this.text(text);
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }
}

/** Order of UTF-8: that of code points. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return a.length - b.length;
}
