/** A signed alert with one bit changed at a time. */
import { expect } from 'vitest';
import { verifyCap } from './verify.ts';

/** Where what is still valid was changed, by the element whose content or tag it is; `outside`: in front of the alert or behind it. */
export type Believed = ReadonlyMap<string, number>;

/** Whatever a key or the signature itself consists of: nothing in them can change. A certificate says more than its key. */
const never = ['SignedInfo', 'DigestValue', 'SignatureValue', 'Modulus', 'Exponent', 'PublicKey', 'NamedCurve'];

/**
 * Flips all bits of each `step`-th byte, and of the last letters of the signature's value, whose bits are not all used. What
 * stays valid has the very octets that were signed, and the very key; of what is never to change nothing stays valid.
 */
export function holdsWhenFlipped(original: Uint8Array, step: number): Believed {
  const [before] = verifyCap(original).alerts;
  if (before?.signed === undefined || before.signed === null) throw new Error('not valid to begin with');
  const keysOf = ({ signatures }: typeof before) => signatures.map(({ key }) => key?.fingerprint);
  const text = Buffer.from(original).toString('latin1');
  const value = text.lastIndexOf('</', text.lastIndexOf('SignatureValue>'));
  const believed = new Map<string, number>();
  for (let at = 0; at < original.length; at++) {
    if (at % step !== 0 && (at < value - 8 || at >= value)) continue;
    for (let bit = 0; bit < 8; bit++) {
      const changed = Uint8Array.from(original);
      changed[at] = (changed[at] ?? 0) ^ (1 << bit);
      for (const alert of verifyCap(changed).alerts) {
        if (alert.verdict !== 'valid') continue;
        expect(Buffer.compare(alert.signed ?? new Uint8Array(), before.signed), `byte ${at}, bit ${bit}`).toBe(0);
        expect(keysOf(alert)).toEqual(keysOf(before));
        const where = elementAt(text, at);
        believed.set(where, (believed.get(where) ?? 0) + 1);
      }
    }
  }
  expect(never.filter((name) => believed.has(name))).toEqual([]);
  return believed;
}

function elementAt(text: string, at: number): string {
  if (at < text.search(/<(?:\w+:)?alert[\s>]/) || at > text.lastIndexOf('>')) return 'outside';
  const open: string[] = [];
  for (const [whole, close, name = ''] of text.slice(0, at + 1).matchAll(/<(\/?)(?:\w+:)?(\w+)[^>]*>?/g)) {
    if (close && whole.endsWith('>')) open.pop();
    else if (!close && !whole.endsWith('/>')) open.push(name);
  }
  return open.at(-1) ?? 'outside';
}
