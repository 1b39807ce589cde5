/** What bytes of prose are read as, and what is said when they are not what they say. */
import { expect, test } from 'vitest';
import { Findings } from '../finding.ts';
import { decodeText, maxTextBytes } from './decode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
function read(bytes: Uint8Array, type: string | null = null): [text: string | null, codes: string[]] {
  const findings = new Findings();
  return [decodeText(bytes, type, findings), findings.list().map(({ code }) => code)];
}

test.each<[string, Uint8Array, string | null, string | null, string[]]>([
  ['UTF-8', utf8('Çiğli – “gate”'), null, 'Çiğli – “gate”', []],
  ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, 0x41]), 'text/plain; charset=windows-1252', 'A', []],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x41, 0]), null, 'A', []],
  ['UTF-16 stated from outside', new Uint8Array([0x41, 0, 0x42, 0]), 'text/plain; charset=UTF-16LE', 'AB', []],
  ['a set stated from outside', new Uint8Array([0x93, 0x41, 0x94]), 'text/plain; charset=windows-1252', '“A”', []],
  [
    'a set stated by the page',
    new Uint8Array([...utf8('<meta charset="windows-1252">'), 0x96]),
    null,
    '<meta charset="windows-1252">–',
    [],
  ],
  ['the old Western set, unstated', new Uint8Array([0x41, 0x92, 0x73]), null, 'A’s', ['text.encoding']],
  ['damaged UTF-8', new Uint8Array([...utf8('é'), 0xc3, 0x28]), null, 'é\ufffd(', ['text.encoding']],
  ['an unknown set', utf8('A'), 'text/plain; charset=klingon', 'A', ['text.encoding']],
  ['binary', new Uint8Array([0x41, 0, 0x42]), null, null, ['text.binary']],
  ['a PDF', utf8('%PDF-1.7\n'), null, null, ['text.binary']],
  ['nothing', new Uint8Array(0), null, '', []],
])('%s', (_, bytes, type, text, codes) => {
  expect(read(bytes, type)).toEqual([text, codes]);
});

test('more than the limit is not read', () => {
  expect(read(new Uint8Array(maxTextBytes + 1))).toEqual([null, ['text.too-large']]);
});
