import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../core/refusal.ts';
import { createSealer, type Sealer } from './envelope.ts';
import { loadMasterKey } from './master-key.ts';

const random = (n: number): Uint8Array => randomBytes(n);

function sealerOf(key: Buffer): Sealer {
  const master = loadMasterKey({ key: key.toString('base64'), file: '', create: false, random });
  if (isRefusal(master)) throw new Error(master.refused);
  return createSealer(master, random);
}

const ours = sealerOf(randomBytes(32));
const theirs = sealerOf(randomBytes(32));
const text = fc.string({ unit: 'grapheme', maxLength: 200 });

/** A copy with one bit of one byte changed. */
const flipped = (bytes: Uint8Array, at: number, bit: number): Uint8Array =>
  bytes.map((byte, i) => (i === at % bytes.length ? byte ^ (1 << bit) : byte));

describe('sealing', () => {
  it('opens what it sealed, under the same key and row only', () => {
    fc.assert(
      fc.property(text, text, text, text, (keyAad, aad, plain, other) => {
        const wrapped = ours.newKey(keyAad);
        const sealed = ours.seal(wrapped, keyAad, aad, plain);
        expect(ours.open(wrapped, keyAad, aad, sealed)).toBe(plain.toWellFormed());
        expect(ours.open(wrapped, keyAad, `${aad}.`, sealed)).toBeNull();
        expect(ours.open(wrapped, `${keyAad}.`, aad, sealed)).toBeNull();
        expect(theirs.open(wrapped, keyAad, aad, sealed)).toBeNull();
        if (other !== aad) expect(ours.open(wrapped, keyAad, other, sealed)).toBeNull();
        expect(ours.open(ours.newKey(keyAad), keyAad, aad, sealed)).toBeNull();
      }),
    );
  });

  it('notices every changed bit of the field and of the wrapped key', () => {
    const bit = fc.integer({ min: 0, max: 7 });
    fc.assert(
      fc.property(text, fc.nat(), bit, (plain, at, which) => {
        const wrapped = ours.newKey('key');
        const sealed = ours.seal(wrapped, 'key', 'row', plain);
        expect(ours.open(wrapped, 'key', 'row', flipped(sealed, at, which))).toBeNull();
        expect(ours.open(flipped(wrapped, at, which), 'key', 'row', sealed)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('opens nothing that is cut, empty or noise', () => {
    const wrapped = ours.newKey('key');
    const sealed = ours.seal(wrapped, 'key', 'row', 'Gate 3');
    for (let length = 0; length < sealed.length; length++)
      expect(ours.open(wrapped, 'key', 'row', sealed.subarray(0, length))).toBeNull();
    for (let length = 0; length < wrapped.length; length++)
      expect(ours.open(wrapped.subarray(0, length), 'key', 'row', sealed)).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (noise) => {
        expect(ours.open(wrapped, 'key', 'row', noise)).toBeNull();
        expect(ours.open(noise, 'key', 'row', sealed)).toBeNull();
      }),
    );
  });

  it('does not take a field for a key, even under one name', () => {
    const wrapped = ours.newKey('same');
    const sealed = ours.seal(wrapped, 'same', 'same', 'x'.repeat(32));
    expect(ours.open(sealed, 'same', 'same', sealed)).toBeNull();
  });

  it('seals the same words differently each time and hides them', () => {
    const wrapped = ours.newKey('key');
    const twice = [1, 2].map(() =>
      Buffer.from(ours.seal(wrapped, 'key', 'row', 'Kabul, North Gate')).toString('latin1'),
    );
    expect(twice[0]).not.toBe(twice[1]);
    expect(twice.join()).not.toContain('North Gate');
  });

  it('still opens everything when far more keys are in use than it keeps', () => {
    const people = Array.from({ length: 5000 }, (_, i) => {
      const wrapped = ours.newKey(`key/${i}`);
      return { wrapped, i, sealed: ours.seal(wrapped, `key/${i}`, 'row', `person ${i}`) };
    });
    const opened = people.map(({ wrapped, i, sealed }) => ours.open(wrapped, `key/${i}`, 'row', sealed));
    expect(opened).toEqual(people.map(({ i }) => `person ${i}`));
  });

  it('refuses to seal under a key that is not ours', () => {
    expect(() => ours.seal(theirs.newKey('key'), 'key', 'row', 'x')).toThrow(/not wrapped by master key/);
  });
});

describe('names derived from the key', () => {
  it('are stable, of the stated form, and different for every desk, person and master', () => {
    const ids = [ours.personId('a', 'b'), ours.personId('ab', ''), ours.personId('', 'ab'), theirs.personId('a', 'b')];
    expect(ours.personId('a', 'b')).toBe(ids[0]);
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^p-[0-9a-f]{32}$/);

    const secrets = [ours.webhookSecret('a', 'p-1'), ours.webhookSecret('a', 'p-2'), ours.webhookSecret('b', 'p-1')];
    expect(ours.webhookSecret('a', 'p-1')).toBe(secrets[0]);
    expect(new Set([...secrets, theirs.webhookSecret('a', 'p-1')]).size).toBe(4);
    for (const secret of secrets) expect(Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).toHaveLength(32);
  });
});
