/** Resources: base64, digests, kinds of files, addresses. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CapResource } from '../model.ts';
import { decodeBase64 } from './base64.ts';
import { sha1Hex, sha256Hex } from './hash.ts';
import { compareResource, decodeDeref, maxResourceBytes, resourceUrl } from './resource.ts';
import { sniffMime } from './sniff.ts';

const bare: CapResource = {
  ...{ resourceDesc: 'Map', mimeType: null, size: null, uri: null, derefUri: null, digest: null, extra: [] },
};
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const codes = (findings: readonly { severity: string; code: string }[]): string[] =>
  findings.map(({ severity, code }) => `${severity} ${code}`);

describe('base64', () => {
  test('gives back all bytes, with white space anywhere and with or without padding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 1, max: 20 }), (bytes, every) => {
        const text = Buffer.from(bytes).toString('base64');
        const broken = text.replace(new RegExp(`.{${every}}`, 'g'), '$&\r\n\t ');
        for (const form of [text, broken, text.replace(/=+$/, '')])
          expect(decodeBase64(form)).toEqual({ bytes: new Uint8Array(bytes), at: null });
      }),
    );
  });

  test.each([
    ['AA*A', 2],
    ['AAAA-', 4],
    ['AAéA', 2],
    ['=AAA', 0],
    ['AA==AA', 4],
    ['AA===', 4],
    ['AAAAA', 5],
    ['AAAAA==', 7],
  ])('%s is none, from character %i on', (text, at) => {
    expect(decodeBase64(text)).toEqual({ bytes: null, at });
  });
});

test('digests are what Node says they are, at every length', () => {
  for (let length = 0; length < 300; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 7 + length) & 0xff);
    expect(sha1Hex(bytes)).toBe(createHash('sha1').update(bytes).digest('hex'));
    expect(sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
  const part = new Uint8Array(1000).fill(7).subarray(3, 500);
  expect(sha1Hex(part)).toBe(createHash('sha1').update(part).digest('hex'));
  const large = new Uint8Array(maxResourceBytes).fill(5);
  const since = performance.now();
  expect(sha1Hex(large)).toBe(createHash('sha1').update(large).digest('hex'));
  expect(performance.now() - since).toBeLessThan(5000);
});

test.each([
  ['image/png', '\x89PNG\r\n\x1a\n....'],
  ['image/jpeg', '\xff\xd8\xff\xe0'],
  ['image/gif', 'GIF89a'],
  ['image/webp', 'RIFF\x01\0\0\0WEBPVP8 '],
  ['audio/wav', 'RIFF\x01\0\0\0WAVEfmt '],
  ['audio/mpeg', 'ID3\x03'],
  ['video/mp4', '\0\0\0\x18ftypisom'],
  ['application/pdf', '%PDF-1.7'],
  ['application/zip', 'PK\x03\x04'],
  ['text/html', '\n<!DOCTYPE HTML><p>'],
  ['text/html', '<html lang="en">'],
  ['image/svg+xml', '<?xml version="1.0"?>\n<svg xmlns="x">'],
  ['application/vnd.google-earth.kml+xml', '<?xml version="1.0"?><kml xmlns="x">'],
  ['application/xml', '<?xml version="1.0"?><alert>'],
  ['text/plain', 'Leave the valley.\r\n'],
  ['text/plain', 'BMKG warns.'],
  ['text/plain', '\xff\xfeL\0'],
  [null, '\0\x01\x02'],
  [null, ''],
])('%s is known by its bytes', (type, text) => {
  expect(sniffMime(bytesOf(text))).toBe(type);
});

describe('what is stated of a resource', () => {
  const words = bytesOf('Leave the valley.');
  const sha1 = createHash('sha1').update(words).digest('hex');
  const compare = (stated: Partial<CapResource>, bytes = words): string[] =>
    codes(compareResource({ ...bare, ...stated }, bytes));

  test('holds', () => {
    expect(compare({ size: '17', mimeType: 'text/plain; charset=utf-8', digest: sha1 })).toEqual([]);
    expect(compare({ digest: ` ${sha1.toUpperCase().replace(/.{8}/g, '$& ')}` })).toEqual([]);
    expect(compare({ mimeType: 'application/json', size: 'about 3' })).toEqual([]);
    for (const size of ['16', '18']) expect(compare({ size })).toEqual([]);
    for (const mimeType of ['audio/x-ipaws-audio-mp3', 'audio/x-ipaws-streaming-audio-mp3', 'audio/mp3'])
      expect(compare({ mimeType }, bytesOf('ID3\x03'))).toEqual([]);
    expect(compare({ mimeType: 'application/vnd.google-earth.kmz' }, bytesOf('PK\x03\x04'))).toEqual([]);
    expect(compare({ mimeType: 'audio/x-wav' }, bytesOf('RIFF\x01\0\0\0WAVEfmt '))).toEqual([]);
    expect(compare({ mimeType: 'image/x-strange' }, bytesOf('\0\x01'))).toEqual([]);
  });

  test('does not hold', () => {
    for (const size of ['0', '15', '19', '20000']) expect(compare({ size })).toEqual(['warning cap.size.differs']);
    expect(compare({ size: '1' }, bytesOf(''))).toEqual(['warning cap.size.differs']);
    expect(compare({ mimeType: 'image/png' })).toEqual(['warning cap.mimeType.differs']);
    expect(compare({ mimeType: 'image/jpeg' }, bytesOf('<html>no such file'))).toEqual([
      'warning cap.mimeType.differs',
    ]);
    expect(compare({ mimeType: 'text/plain' }, bytesOf('<html>no such file'))).toEqual([
      'warning cap.mimeType.differs',
    ]);
    expect(compare({ digest: sha1.replace(/^./, 'g') })).toEqual(['warning cap.digest.unreadable']);
    expect(compare({ digest: sha1.slice(1) })).toEqual(['warning cap.digest.unreadable']);
    expect(compare({ digest: sha1 }, bytesOf('Stay in the valley.'))).toEqual(['error cap.digest.differs']);
  });

  test('a SHA-256 is compared, and reported', () => {
    const digest = createHash('sha256').update(words).digest('hex');
    expect(compare({ digest })).toEqual(['warning cap.digest.sha-256']);
    expect(compare({ digest }, bytesOf('x'))).toEqual(['warning cap.digest.sha-256', 'error cap.digest.differs']);
  });
});

describe('bytes in an alert', () => {
  const place = { path: '/alert/info[1]/resource[1]', line: 3, column: 5, start: 40, end: 90 };

  test('are decoded and compared', () => {
    const { bytes, findings } = decodeDeref({ ...bare, derefUri: 'TGVh\n dmU=', size: '9' }, place);
    expect(new TextDecoder().decode(bytes ?? undefined)).toBe('Leave');
    expect(findings).toMatchObject([{ code: 'cap.size.differs', where: place }]);
    expect(decodeDeref(bare)).toEqual({ bytes: null, findings: [] });
  });

  test('that are none', () => {
    const { bytes, findings } = decodeDeref({ ...bare, derefUri: 'TGVh?' }, place);
    expect([bytes, codes(findings)]).toEqual([null, ['error cap.derefUri.not-base64']]);
    expect(findings[0]).toMatchObject({ message: expect.stringContaining('“?” (character 5)'), where: place });
    expect(decodeDeref({ ...bare, derefUri: 'TGVhd' }).findings[0]?.message).toContain('in the middle of a byte');
  });

  test('that are too many', () => {
    const large = 'A'.repeat(Math.ceil((maxResourceBytes / 3) * 4) + 8);
    expect(codes(decodeDeref({ ...bare, derefUri: large }).findings)).toEqual(['error cap.derefUri.too-large']);
    expect(codes(decodeDeref({ ...bare, derefUri: ' '.repeat(maxResourceBytes * 2 + 1) }).findings)).toEqual([
      'error cap.derefUri.too-large',
    ]);
  });
});

test('addresses', () => {
  const url = (
    uri: string | null,
    base: string | null = 'https://dam.example/feeds/all.atom',
    derefUri: string | null = null,
  ) => resourceUrl({ ...bare, uri, derefUri }, base);
  expect(url('map.png')).toBe('https://dam.example/feeds/map.png');
  expect(url('//far.example/m')).toBe('https://far.example/m');
  expect(url('http://far.example/m')).toBe('http://far.example/m');
  expect(url('http://far.example/m', null, 'AAAA')).toBe('http://far.example/m');
  for (const none of [
    url(null),
    url('map.png', null),
    url('map.png', 'not an address'),
    url('map.png', 'https://dam.example/', 'AAAA'),
  ])
    expect(none).toBeNull();
  for (const bad of [
    'javascript:1',
    'file:///etc/passwd',
    'data:,x',
    'https://me:pw@dam.example/',
    'http://[',
    'mailto:a@b.example',
  ])
    expect(url(bad)).toBeNull();
});
