/** The verifier: whatever is done to a signed alert, what is valid has the very octets that were signed, and nothing throws. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { held } from './mutate.ts';
import type { Target } from './run.ts';

const encoder = new TextEncoder();

export const target: Target = {
  within: /\/src\/seal\/cap\//,
  async load() {
    const { readVerified } = await import('../../../src/seal/cap/index.ts');
    const known = new Set((await corpus()).flatMap((document) => readVerified(document).map(octetsOf)));
    return (document) => {
      for (const alert of readVerified(document)) {
        if (alert.verdict !== 'valid') {
          if (alert.signed !== null || alert.reading !== null) return 'something to read that is not valid';
          continue;
        }
        if (!known.has(octetsOf(alert))) return `valid, and nobody signed: ${octetsOf(alert).slice(0, 200)}`;
        if (alert.reading?.alerts.length !== 1) return 'valid, and not one alert to read';
        if (!alert.signatures.every(({ key }) => key !== null)) return 'valid by no key';
      }
      return null;
    };
  },
  corpus,
};

const octetsOf = ({ signed }: { readonly signed: Uint8Array | null }): string => Buffer.from(signed ?? []).toString();

/** The example of the rules, alone and in feeds, with an Object, with a style sheet; and real ones where they lie beside the repository. */
async function corpus(): Promise<readonly Uint8Array[]> {
  const { signatureNotes } = await import('../../../src/seal/cap/notes.ts');
  const shown = signatureNotes.map((note) => note.shown?.bad).filter((bad) => typeof bad === 'string');
  const [signed = ''] = shown;
  const [signature = ''] = /<Signature[\s\S]*<\/Signature>/.exec(signed) ?? [];
  const beside = '../shared/data/cap/alerts';
  const real = existsSync(beside) ? globSync(`${beside}/*.xml`).toSorted() : [];
  return [
    ...shown,
    signed.replace('</Signature>', '<Object>x</Object></Signature>'),
    signed.replace('?>', '?><?xml-stylesheet href="a.xsl"?>'),
    signed.replace('</alert>', `${signature}</alert>`),
    `${signed}${signed}`,
    ...held.map(
      (way) => `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content>${way(signed)}</content></entry></feed>`,
    ),
  ]
    .map((text) => encoder.encode(text))
    .concat(
      real
        .map((file) => new Uint8Array(readFileSync(file)))
        .filter(
          (bytes) => bytes.length < 48 * 1024 && bytes.includes(0x3c) && Buffer.from(bytes).includes('SignatureValue'),
        ),
    );
}
