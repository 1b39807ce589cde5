/**
 * Signatures in real and hostile files, which lie beside the repository in ../shared/data and are not part of it. The tests
 * skip, and say so, where they are absent. `--long` flips every bit.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { holdsWhenFlipped } from './flips.fixture.ts';
import { alertText, bytesOf, textOf } from './signed.fixture.ts';
import { readVerified, type SignatureVerdict, verifyCap } from './verify.ts';

const data = '../shared/data';
const present = existsSync(join(data, 'cap/alerts'));
const why = present ? '' : ' (skipped: ../shared/data is not here)';
const isLong = process.env['TOCSIN_LONG'] === '1';

const folder = join(data, 'cap/alerts');
/** By the last part of their names. */
const files = new Map((present ? readdirSync(folder) : []).map((name) => [name.split('__').at(-1), name]));
const bytes = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(folder, files.get(`${name}.xml`) ?? name)));
/** How many of the flips in `./check` are believed, of 1,160 and 1,168. */
const sampled: Readonly<Record<string, unknown>> = {
  ed8a6d8a832e: { pinned: { Object: 14 }, byKey: { X509Certificate: 120, Object: 14 } },
  '78e8ad4dce71': { pinned: { Object: 12 }, byKey: { X509Certificate: 113, Object: 12 } },
};

const verdictOf = (document: Uint8Array | string): SignatureVerdict | undefined =>
  verifyCap(document).alerts[0]?.verdict;

/** As their issuers signed them: alerts of Canada's feed, of a wind warning and of a test. */
const untouched = ['78e8ad4dce71', 'ed8a6d8a832e'];
/** Laid out anew after signing; without that white space they are as they were signed, by style sheet and all. */
const laidOut = ['bb30bfe296e8', '73eca68e7625'];

/** The alert as it was before somebody laid it out in lines. */
const closedUp = (name: string): string => textOf(bytes(name)).replace(/>\s+/g, '>').replace(/\s+</g, '<');

describe.skipIf(!present)(`real alerts${why}`, () => {
  const verdicts = new Map(
    [...files].map(([name = '', file]) => [name.replace('.xml', ''), verdictOf(bytes(file))] as const),
  );
  const named = (verdict: SignatureVerdict): string[] =>
    [...verdicts].filter(([, found]) => found === verdict).map(([name]) => name);

  test('what verifies is listed by name', () => expect(named('valid').toSorted()).toEqual(untouched));

  test('all signed files have a verdict, and no others', () => {
    const [head = '', ...lines] = readFileSync(join(data, 'cap/INDEX.tsv'), 'utf8').trim().split('\n');
    const column = head.split('\t').indexOf('signed');
    const signed = lines.map((line) => line.split('\t')).filter((cells) => cells[column] === 'True');
    const names = signed.map(([file]) => file?.split('__').at(-1)?.replace('.xml', ''));
    const judged = [...named('valid'), ...named('tampered'), ...named('unverifiable')];
    expect(judged.toSorted()).toEqual(names.toSorted());
    expect(named('tampered').length).toBe(21);
    expect(named('unverifiable').length).toBe(28);
  });

  test.each(laidOut)('%s: changed by its layout alone', (name) => {
    expect(verdictOf(bytes(name))).toBe('tampered');
    const [read] = readVerified(closedUp(name));
    expect(read?.verdict).toBe('valid');
    expect(read?.reading?.alerts).toHaveLength(1);
  });

  test('an alert signed with SHA-1 in a feed is not believed', () => {
    const [alert] = verifyCap(new Uint8Array(readFileSync(join(data, 'cap/feeds/google_canada_signed.atom')))).alerts;
    expect(alert?.signatures.map(({ message }) => /SHA-1 is broken/.test(message))).toEqual([true, true]);
  });

  test('what others broke on purpose is not valid, closed up or not', () => {
    const [, ...lines] = readFileSync(join(data, 'cap/INDEX.tsv'), 'utf8').trim().split('\n');
    const broken = lines.filter((line) =>
      /(invalid|incorrect)_(digest|signature)\.xml/.test(line.split('\t')[1] ?? ''),
    );
    const names = broken.map((line) => line.split('\t')[0]?.split('__').at(-1)?.replace('.xml', '') ?? '');
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => [bytes(name), closedUp(name)].some((one) => verdictOf(one) === 'valid'))).toEqual([]);
  });

  test('a certificate in which bits were changed that are none of its key leaves the alert as it was', () => {
    const [read] = readVerified(closedUp('f70ea76dc43c'));
    const [whole] = readVerified(closedUp('bb30bfe296e8'));
    expect(read?.verdict).toBe('valid');
    expect(read?.signed).toEqual(whole?.signed);
    expect(read?.signatures[0]?.key?.fingerprint).toBe(whole?.signatures[0]?.key?.fingerprint);
  });

  /**
   * With the certificates pinned, what stays is what an Object says, which is never read, the value of an Id, names that nobody
   * looks up, white space between the parts of the signature, and a comment in front. With the bare keys, also what the certificates say beside them: an authority signed that, and no
   * authority is asked. All else would show in the words, the keys or the facts, and there is none.
   */
  const every = isLong ? 1 : 127;
  test.each(untouched)(
    `%s: of the bits of one byte in ${every}, none is believed where anything is different`,
    (name) => {
      const { pinned, byKey } = holdsWhenFlipped(bytes(name), every);
      const allowed = ['declaration', 'outside', 'layout', 'Object', 'X509SubjectName', 'X509IssuerSerial'];
      expect(Object.keys(pinned).filter((zone) => !allowed.includes(zone))).toEqual([]);
      expect(Object.keys(byKey).filter((zone) => ![...allowed, 'X509Certificate'].includes(zone))).toEqual([]);
      if (!isLong) expect({ pinned, byKey }).toEqual(sampled[name]);
    },
    isLong ? 3_600_000 : 20_000,
  );

  test.each(laidOut)(
    '%s: of a share of its bits, none is believed where anything is different',
    (name) => {
      const small = textOf(bytes(name)).length < 100_000;
      const { pinned } = holdsWhenFlipped(bytesOf(closedUp(name)), isLong && small ? 1 : small ? 97 : 200_003);
      const allowed = ['declaration', 'layout', 'Object', 'outside', 'X509SubjectName', 'X509IssuerSerial'];
      expect(Object.keys(pinned).filter((zone) => !allowed.includes(zone))).toEqual([]);
    },
    isLong ? 3_600_000 : 60_000,
  );
});

describe.skipIf(!present)(`signatures made to deceive${why}`, () => {
  const hostile = join(data, 'hostile/xml-crypto');
  const documents = (existsSync(hostile) ? readdirSync(hostile, { recursive: true, encoding: 'utf8' }) : [])
    .filter((name) => name.endsWith('.xml'))
    .map((name) => [name, new Uint8Array(readFileSync(join(hostile, name)))] as const);

  test('there are many', () => expect(documents.length).toBeGreaterThan(30));

  test.each(documents)('%s: holds nothing to read, nor does its signature on an alert', (_, document) => {
    expect(verifyCap(document).alerts).toEqual([]);
    const signatures = textOf(document).match(/<([\w-]+:)?Signature\b[\s\S]*?<\/\1?Signature>/g) ?? [];
    for (const signature of signatures) {
      const prefixes = 'xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:dsig="http://www.w3.org/2000/09/xmldsig#"';
      const alert = alertText('Actual')
        .replace('<alert', `<alert ${prefixes}`)
        .replace(/<\/alert>$/, `${signature}</alert>`);
      for (const read of readVerified(alert)) {
        expect(read.verdict).not.toBe('valid');
        expect(read.reading).toBeNull();
      }
    }
  });
});
