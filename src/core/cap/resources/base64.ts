/** Base64 (RFC 4648, section 4) to bytes, as XML carries it: white space anywhere is legal. */

/** `at`: offset of the first character that is none of base64's; the length of the text when it ends in the middle of a byte. */
export type Decoded = { readonly bytes: Uint8Array; readonly at: null } | { readonly bytes: null; readonly at: number };

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const blank = 64;
const padding = 65;
const wrong = 66;

const meanings = new Uint8Array(128).fill(wrong);
for (let i = 0; i < alphabet.length; i++) meanings[alphabet.charCodeAt(i)] = i;
for (const space of ' \t\r\n') meanings[space.charCodeAt(0)] = blank;
meanings['='.charCodeAt(0)] = padding;

/** Never throws. Padding may be absent, for its length says nothing that the text does not. */
export function decodeBase64(text: string): Decoded {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  let pads = 0;
  for (let i = 0; i < text.length; i++) {
    const meaning = meanings[text.charCodeAt(i)] ?? wrong;
    if (meaning === blank) continue;
    if (meaning === padding && held > 0 && pads < 2) {
      pads++;
      continue;
    }
    if (meaning >= padding || pads > 0) return { bytes: null, at: i };
    bits = ((bits << 6) | meaning) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[length++] = bits >> held;
  }
  // Six bits alone make no byte: a character was lost.
  if (held >= 6) return { bytes: null, at: text.length };
  return { bytes: bytes.subarray(0, length), at: null };
}
