/** A signed alert with one bit changed at a time. */
import { expect } from 'vitest';
import { type Pin, trustOf } from './trust/trust.ts';
import { readVerified, type VerifiedReading } from './verify.ts';

/** How many flips are believed, by what they are in: the part of the signature, or `declaration`, `outside` for what is around the alert. */
export interface Believed {
  /** Valid, and pinned by what came with the original, certificates and all. */
  readonly pinned: Readonly<Record<string, number>>;
  /** Valid, and pinned by the bare keys alone. */
  readonly byKey: Readonly<Record<string, number>>;
  readonly tried: number;
}

/**
 * Flips all bits of each `step`-th byte, and of the last letters of the signature's value, whose bits are not all used. Whatever
 * is believed has the very octets that were signed, and the very keys. Where it is believed with its certificates, everything
 * that a caller sees is as it was: verdicts, words, keys, certificates, findings, the alert as read, and how many there are.
 */
export function holdsWhenFlipped(original: Uint8Array, step: number): Believed {
  const before = readVerified(original);
  const [first] = before;
  if (!first?.signed) throw new Error('not valid to begin with');
  const certified = first.signatures.flatMap(({ key }) => key ?? []);
  const bare = certified.map(({ fingerprint }): Pin => ({ fingerprint, certificate: null }));
  const seen = seenIn(before);
  const zoneOf = zonesOf(Buffer.from(original).toString('latin1'));
  const text = Buffer.from(original).toString('latin1');
  const value = text.lastIndexOf('</', text.lastIndexOf('SignatureValue>'));
  const pinned: Record<string, number> = {};
  const byKey: Record<string, number> = {};
  let tried = 0;
  for (let at = 0; at < original.length; at++) {
    if (at % step !== 0 && (at < value - 8 || at >= value)) continue;
    for (let bit = 0; bit < 8; bit++, tried++) {
      const changed = Uint8Array.from(original);
      changed[at] = (changed[at] ?? 0) ^ (1 << bit);
      const read = readVerified(changed);
      const zone = zoneOf(at);
      for (const alert of read) {
        if (alert.verdict !== 'valid') continue;
        const where = `byte ${at}, bit ${bit}, in ${zone}`;
        expect(Buffer.compare(alert.signed ?? new Uint8Array(), first.signed), where).toBe(0);
        expect(fingerprintsOf(alert), where).toEqual(fingerprintsOf(first));
        if (isTrusted(alert, bare)) byKey[zone] = (byKey[zone] ?? 0) + 1;
        if (!isTrusted(alert, certified)) continue;
        pinned[zone] = (pinned[zone] ?? 0) + 1;
        expect(seenIn(read), where).toBe(seen);
      }
    }
  }
  return { pinned, byKey, tried };
}

const fingerprintsOf = ({ signatures }: VerifiedReading) => signatures.map(({ key }) => key?.fingerprint);

/** All that a caller is given; of places the offsets, as the line of one can change where a tab becomes the end of a line. */
const seenIn = (read: readonly VerifiedReading[]): string =>
  JSON.stringify(read, (name, value: unknown) => (name === 'line' || name === 'column' ? undefined : value));

function isTrusted({ signatures }: VerifiedReading, pinned: readonly Pin[]): boolean {
  return signatures.every(({ key }) => {
    const certificate = pinned.find(({ fingerprint }) => fingerprint === key?.fingerprint)?.certificate;
    const at = certificate?.validFrom ?? key?.certificate?.validFrom ?? 0;
    return key !== null && trustOf(key, { pinned, revoked: [] }, { sentAt: at, receivedAt: at }) === 'pinned';
  });
}

const parts = [
  'SignedInfo',
  'SignatureValue',
  'X509Certificate',
  'X509IssuerSerial',
  'X509SubjectName',
  'Modulus',
  'Exponent',
];

/** What a byte of a document is in, the innermost part first; `layout` is what of a Signature is in none of them. */
function zonesOf(text: string): (at: number) => string {
  const spans = [...parts, 'PublicKey', 'NamedCurve', 'Object', 'Signature', 'alert'].flatMap((name) =>
    [...text.matchAll(new RegExp(`<((?:\\w+:)?${name})\\b[^>]*?(?:/>|>[\\s\\S]*?</\\1\\s*>)`, 'g'))].map((match) => ({
      name: name === 'Signature' ? 'layout' : name,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  const declared = /^(?:\xEF\xBB\xBF)?<\?xml.*?\?>/s.exec(text)?.[0].length ?? 0;
  return (at) =>
    spans.find(({ start, end }) => at >= start && at < end)?.name ?? (at < declared ? 'declaration' : 'outside');
}
