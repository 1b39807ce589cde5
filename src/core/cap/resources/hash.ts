/**
 * SHA-1 and SHA-256 (FIPS 180-4) in plain code. A browser gives WebCrypto only to pages from a secure origin, and only as a
 * promise; CAP's digest guards against damage, not against forgery (that is what signatures are for), so speed and secrecy
 * are no matter.
 */

const blockBytes = 64;

/** Lower-case hex, 40 digits. */
export const sha1Hex = (bytes: Uint8Array): string =>
  digestHex(bytes, [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0], 80, mixSha1);

/** Lower-case hex, 64 digits. */
export const sha256Hex = (bytes: Uint8Array): string => digestHex(bytes, rootsOfPrimes(8, 2), 64, mixSha256);

type Mix = (state: Int32Array, words: Int32Array) => void;

function digestHex(bytes: Uint8Array, initial: readonly number[], schedule: number, mix: Mix): string {
  const state = Int32Array.from(initial);
  const words = new Int32Array(schedule);
  const whole = bytes.length - (bytes.length % blockBytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < whole; at += blockBytes) addBlock(view, at, state, words, mix);
  const rest = bytes.subarray(whole);
  const end = new Uint8Array(rest.length + 9 > blockBytes ? 2 * blockBytes : blockBytes);
  end.set(rest);
  end[rest.length] = 0x80;
  const tail = new DataView(end.buffer);
  tail.setUint32(end.length - 8, Math.floor(bytes.length / 0x20000000));
  tail.setUint32(end.length - 4, bytes.length << 3);
  for (let at = 0; at < end.length; at += blockBytes) addBlock(tail, at, state, words, mix);
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function addBlock(view: DataView, at: number, state: Int32Array, words: Int32Array, mix: Mix): void {
  for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + 4 * i);
  mix(state, words);
}

const rotateLeft = (word: number, by: number): number => (word << by) | (word >>> (32 - by));
const rotateRight = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function mixSha1(state: Int32Array, w: Int32Array): void {
  for (let i = 16; i < 80; i++) w[i] = rotateLeft(at(w, i - 3) ^ at(w, i - 8) ^ at(w, i - 14) ^ at(w, i - 16), 1);
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let i = 0; i < 80; i++) {
    const next = (rotateLeft(a, 5) + choice(i, b, c, d) + e + at(w, i)) | 0;
    e = d;
    d = c;
    c = rotateLeft(b, 30);
    b = a;
    a = next;
  }
  add(state, [a, b, c, d, e]);
}

/** The function of a step with its constant. */
function choice(step: number, b: number, c: number, d: number): number {
  if (step < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (step < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  return step < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc : (b ^ c ^ d) + 0xca62c1d6;
}

function mixSha256(state: Int32Array, w: Int32Array): void {
  for (let i = 16; i < 64; i++) {
    const [near, far] = [at(w, i - 2), at(w, i - 15)];
    const s0 = rotateRight(far, 7) ^ rotateRight(far, 18) ^ (far >>> 3);
    const s1 = rotateRight(near, 17) ^ rotateRight(near, 19) ^ (near >>> 10);
    w[i] = at(w, i - 16) + s0 + at(w, i - 7) + s1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
    const first = (h + s1 + ((e & f) ^ (~e & g)) + (sha256Constants[i] ?? 0) + at(w, i)) | 0;
    const s0 = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
    const second = s0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  add(state, [a, b, c, d, e, f, g, h]);
}

const at = (words: Int32Array, index: number): number => words[index] ?? 0;

function add(state: Int32Array, more: readonly number[]): void {
  for (const [i, word] of more.entries()) state[i] = at(state, i) + word;
}

const sha256Constants = rootsOfPrimes(64, 3);

/** The first 32 bits behind the point of the square or cube roots of the first primes, as the standard defines its constants. */
function rootsOfPrimes(count: number, degree: 2 | 3): number[] {
  const roots: number[] = [];
  for (let n = 2; roots.length < count; n++) {
    let isPrime = true;
    for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) isPrime = false;
    const root = degree === 2 ? Math.sqrt(n) : Math.cbrt(n);
    if (isPrime) roots.push(((root - Math.floor(root)) * 0x100000000) | 0);
  }
  return roots;
}
