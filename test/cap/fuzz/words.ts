/** Words that mutations put in: those that CAP, XML and its containers know, and such as have broken readers. */
import { alertLayout, areaLayout, infoLayout, namespaces, resourceLayout } from '../../../src/core/cap/layout.ts';
import * as model from '../../../src/core/cap/model.ts';

const names = [alertLayout, infoLayout, resourceLayout, areaLayout].flatMap((layout) => [...layout.keys()]);

/** Elements that hold a value. */
export const valueNames: readonly string[] = [
  ...new Set(names.filter((name) => !['info', 'resource', 'area', 'eventCode', 'parameter', 'geocode'].includes(name))),
  ...['valueName', 'value'],
];

export const elementNames: readonly string[] = [
  ...names,
  ...['alert', 'valueName', 'value', 'password', 'feed', 'entry', 'content', 'rss', 'channel', 'item', 'link'],
  ...['EDXLDistribution', 'contentObject', 'embeddedXMLContent', 'contentData', 'Signature', 'x:y', 'constructor'],
];

export const words: readonly string[] = [
  ...Object.values(model).flat(),
  ...namespaces.keys(),
  ...[
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '--',
    '<?xml version="1.0"?>',
    '<?xml version="1.1" encoding="UTF-16"?>',
    '<?a b?>',
  ],
  ...[
    '&amp;',
    '&lt;',
    '&#0;',
    '&#xD800;',
    '&#x10FFFF;',
    '&#x110000;',
    '&nbsp;',
    '&',
    ';',
    '<',
    '>',
    '/>',
    '</',
    '"',
    "'",
  ],
  ...['<!DOCTYPE alert []>', 'xmlns=""', 'xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2"', 'xml:lang="en"', 'a="b"'],
  ...['xsi:nil="true"', 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"', 'xmlns:xml="x"', 'xmlns:a=""'],
  ...['2024-02-30T24:00:00+14:00', '2024-10-03T18:00:00Z', '2024-10-03T18:00:00-00:00', '0000-01-01T00:00:00+00:00'],
  ...['99999-12-31T23:59:60+99:99', '2024-10-03', 'T', '2024-10-03T18:00:00.123+13:00', '1,2,3 1,2,3'],
  ...[
    '0,0',
    '90,180',
    '-90,-180',
    '1,1 1,1 1,1 1,1',
    '0,0 0,1 1,1 1,0 0,0',
    '0,0 1,1 0,1 1,0 0,0',
    '0,179 0,-179 1,0 0,179',
  ],
  ...[
    'a,b,2024-10-03T18:00:00+13:00',
    ',',
    ' ',
    '\n',
    '\r',
    '\r\n',
    '\t',
    '\u00A0',
    '\u2028',
    '\uFEFF',
    '\uFFFE',
    '\0',
    '\x7f',
    '\x84',
    '\x85',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'data:,x',
    'https://a.example/?b#c',
    'http://[::1',
    '//a',
    '../a',
    'urn:oid:2.49.0',
  ],
  ...['sha1', 'A===', 'QUJD', 'en-US', 'x'.repeat(200), '\uD83D', '\u{1F30A}', 'É', 'ı', '٣', '<b>', '&lt;b&gt;'],
];

export const numbers: readonly string[] = [
  ...[
    '0',
    '-0',
    '1',
    '-1',
    '0.1',
    '.5',
    '5.',
    '+5',
    '90',
    '90.0000001',
    '-91',
    '180',
    '181',
    '-181',
    '360',
    '1e5',
    '1e-9',
  ],
  ...[
    '1e400',
    '9007199254740993',
    '99999999999999999999999999',
    'NaN',
    'Infinity',
    '0x10',
    '1,5',
    '00',
    '1_0',
    '',
    '-',
    '٣',
  ],
];
