/** Bytes to text: marks, declarations, real bytes of old encodings, and what is said when they contradict each other. */
import { describe, expect, test } from 'vitest';
import { Findings } from '../../finding.ts';
import { decodeXml, maxBytes } from './decode.ts';

function decode(bytes: Uint8Array) {
  const findings = new Findings();
  const text = decodeXml(bytes, findings);
  return { text, codes: findings.list().map(({ severity, code }) => `${severity} ${code}`) };
}

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const utf16 = (text: string, bigEndian: boolean): number[] =>
  [...text].flatMap((letter) => {
    const code = letter.charCodeAt(0);
    return bigEndian ? [code >> 8, code & 0xff] : [code & 0xff, code >> 8];
  });
const declaring = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?><a>`;

/** A declared encoding, its bytes, and the letters they are. */
const encodings: readonly (readonly [name: string, bytes: number[], letters: string])[] = [
  ['UTF-8', [0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80], 'é€😀'],
  ['ISO-8859-1', [0xe9, 0xfc, 0xdf, 0xa7], 'éüß§'],
  ['iso-8859-2', [0xb1, 0xe8, 0xb9], 'ąčš'],
  ['ISO-8859-5', [0xc1, 0xd5, 0xdb, 0xec], 'Сель'],
  ['ISO-8859-6', [0xd3, 0xea, 0xe4], 'سيل'],
  ['ISO-8859-7', [0xf0, 0xf5, 0xf1], 'πυρ'],
  ['ISO-8859-8', [0xe1, 0xe4], 'בה'],
  ['ISO-8859-9', [0xf0, 0xfe, 0xfd], 'ğşı'],
  ['ISO-8859-15', [0xa4, 0xbd], '€œ'],
  ['windows-1250', [0x9a, 0xb9], 'šą'],
  ['Windows-1251', [0xd1, 0xe5, 0xeb, 0xfc], 'Сель'],
  ['windows-1252', [0x93, 0xe9, 0x94, 0x80], '“é”€'],
  ['windows-1253', [0xf0, 0xf5, 0xf1], 'πυρ'],
  ['windows-1254', [0xf0, 0xfe], 'ğş'],
  ['windows-1255', [0xe1, 0xe4], 'בה'],
  ['windows-1256', [0xd3, 0xed, 0xe1], 'سيل'],
  ['windows-1257', [0xe0, 0xf0], 'ąš'],
  ['windows-1258', [0xf0], 'đ'],
  ['Shift_JIS', [0x92, 0xc3, 0x94, 0x67], '津波'],
  ['GB18030', [0xba, 0xa3, 0xd0, 0xa5], '海啸'],
];

test.each(encodings)('%s', (name, bytes, letters) => {
  const head = declaring(name);
  expect(decode(Uint8Array.from([...ascii(head), ...bytes]))).toEqual({ text: head + letters, codes: [] });
});

describe('marks and declarations', () => {
  const mark = [0xef, 0xbb, 0xbf];
  test.each([
    ['UTF-8', mark, ascii, []],
    ['US-ASCII', mark, ascii, []],
    ['ISO-8859-1', mark, ascii, ['warning xml.encoding.differs']],
    ['UTF-16', mark, ascii, ['warning xml.encoding.differs']],
    ['UTF-16', [], ascii, ['warning xml.encoding.differs']],
    ['UTF-16', [0xff, 0xfe], (text: string) => utf16(text, false), []],
    ['utf-16BE', [0xfe, 0xff], (text: string) => utf16(text, true), []],
    ['UTF-8', [0xfe, 0xff], (text: string) => utf16(text, true), ['warning xml.encoding.differs']],
    ['klingon-1', [], ascii, ['warning xml.encoding.unknown']],
  ] as const)('%s behind the mark %j', (name, before, encode, codes) => {
    const head = declaring(name);
    expect(decode(Uint8Array.from([...before, ...encode(head)]))).toEqual({ text: head, codes });
  });
});

describe('what is no text', () => {
  test('one byte that is not of the encoding is shown, and its place is told', () => {
    const findings = new Findings();
    const text = decodeXml(Uint8Array.from([...ascii('<a>\n'), 0xe9, ...ascii('t</a>')]), findings);
    expect(text).toBe('<a>\n\uFFFDt</a>');
    expect(findings.list()).toMatchObject([{ code: 'xml.encoding.bytes', where: { line: 2, column: 1, start: 4 } }]);
  });

  test('a binary file, one in UTF-32, an unknown encoding', () => {
    expect(decode(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toEqual({ text: null, codes: ['error cap.not-xml'] });
    expect(decode(Uint8Array.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0])).codes).toEqual(['error xml.encoding.unknown']);
    expect(decode(Uint8Array.from([...ascii(declaring('klingon-1')), 0xff])).codes).toEqual([
      'error xml.encoding.unknown',
    ]);
  });

  test('a byte more than is read', () => {
    expect(decode(new Uint8Array(maxBytes).fill(0x20)).codes).toEqual([]);
    expect(decode(new Uint8Array(maxBytes + 1).fill(0x20))).toEqual({ text: null, codes: ['error cap.too-large'] });
  });
});
