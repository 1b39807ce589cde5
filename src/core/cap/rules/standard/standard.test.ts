/** What the rules of the standard must leave alone, and the finer points of some. */
import { describe, expect, test } from 'vitest';
import { check } from '../../check.ts';
import { alertWith, anInfo, areaWith, earlier, infoWith, type Parts, resourceWith } from '../examples/example.ts';
import { formOfUri } from './uri.ts';

const codesOf = (document: string): readonly string[] =>
  check(new TextEncoder().encode(document)).alerts.flatMap(({ findings }) => findings.map(({ code }) => code));

const described = (description: string): readonly string[] => codesOf(infoWith({ description }));

describe('texts', () => {
  test.each([
    ['a comparison', 'Depth &lt; 2 m, wind > 60 km/h'],
    ['an address of mail', 'Ask &lt;desk@river.example>'],
    ['an address of the web', 'See &lt;https://river.example/flood>'],
    ['arrows', 'Otago &lt;-> Southland, &lt;3'],
    ['an ampersand', 'Fish &amp; Chips; Q&amp;A; AT&amp;T'],
    ['a tag that never ends', '&lt;b and then nothing'],
  ])('%s is no markup', (_, text) => {
    expect(described(text).filter((code) => code.startsWith('cap.text.html'))).toEqual([]);
  });

  test.each(['&lt;br>', '&lt;br />', '&lt;/p>', '&lt;a href="x">', '&lt;H1>', '&lt;!-- draft -->', '<![CDATA[<b>]]>'])(
    '%s is a tag',
    (text) => {
      expect(described(`Leave now ${text} and go`)).toContain('cap.text.html-tags');
    },
  );

  test.each(['&amp;nbsp;', '&amp;#233;', '&amp;#xE9;', '<![CDATA[&eacute;]]>'])('%s is an entity', (text) => {
    expect(described(`Leave now ${text}`)).toContain('cap.text.html-entities');
  });

  test('beginnings of markup by the hundred thousand are gone over once, within the time of any test', () => {
    for (const text of ['&lt;a ', '&lt;aaaa', '&amp;a', '&lt;!--'])
      expect(described(text.repeat(100_000)).filter((code) => code.startsWith('cap.text.html'))).toEqual([]);
  });

  test('the same words in two dialects of one language are no missing translation', () => {
    const document = alertWith({ info: [anInfo({ language: 'en-NZ' }), anInfo({ language: 'en-GB' })] });
    expect(codesOf(document)).not.toContain('cap.text.untranslated');
  });

  test('English without a language, and digits alone, are no other script', () => {
    expect(codesOf(infoWith({ language: null }))).not.toContain('cap.language.default');
    expect(codesOf(infoWith({ language: null, event: '112', headline: '5' }))).not.toContain('cap.language.default');
  });
});

describe('references and times', () => {
  test('a Cancel may expire before it was sent, and need not say when it ends', () => {
    const cancel = (expires: string | null): Parts => ({
      msgType: 'Cancel',
      references: earlier,
      info: anInfo({ expires }),
    });
    expect(codesOf(alertWith(cancel('2024-10-01T06:00:00+13:00')))).toEqual([]);
    expect(codesOf(alertWith(cancel(null)))).toEqual([]);
  });

  test('a reference to itself is one, whatever offset its time is written in', () => {
    const references = 'warnings@river.example,flood-2024-17,2024-10-03T05:00:00-00:00';
    expect(codesOf(alertWith({ msgType: 'Update', references }))).toEqual(['cap.references.self']);
  });

  test('white space around an identifier is found, and left out when it is read', () => {
    const [alert] = check(new TextEncoder().encode(alertWith({ identifier: ' flood-2024-17\n' }))).alerts;
    expect(alert?.identifier).toBe('flood-2024-17');
    expect(alert?.findings.map(({ code }) => code)).toEqual(['cap.identifier.characters']);
  });

  test('words that are no reference are reported as that, and not as missing too', () => {
    expect(codesOf(alertWith({ msgType: 'Update', references: 'the last one' }))).toEqual([
      'cap.references.not-a-triplet',
      'cap.references.not-a-triplet',
      'cap.references.not-a-triplet',
    ]);
    expect(codesOf(alertWith({ msgType: 'Update', references: '' }))).toEqual([
      'cap.references.empty',
      'cap.references.missing',
    ]);
  });
});

describe('addresses', () => {
  test.each([
    ['https://river.example/flood?a=b&c=%20#x', 'absolute'],
    ['HTTP://river.example', 'absolute'],
    ['mailto:desk@river.example', 'absolute'],
    ['https://річка.example/повінь', 'absolute'],
    ['//river.example/map.png', 'relative'],
    ['www.river.example', 'relative'],
    ['', 'relative'],
    ['https://', 'broken'],
    ['http:/river.example', 'broken'],
    ['https://river.example/a b', 'broken'],
    ['https://river.example/100%', 'broken'],
    ['<https://river.example>', 'broken'],
  ])('%s is %s', (text, form) => {
    expect(formOfUri(text)).toBe(form);
  });

  test.each(['application/vnd.google-earth.kml+xml', 'text/plain; charset=utf-8', 'x-world/x-vrml', 'font/woff2'])(
    '%s is a type of content',
    (mimeType) => {
      expect(codesOf(resourceWith({ mimeType }))).toEqual([]);
    },
  );

  test.each([
    ['whole', 'iVBORw0KGgo=', []],
    ['in lines', 'iVBO\n  Rw0K\n  Ggo=', []],
    ['cut off', 'iVBORw0KG', ['cap.derefUri.not-base64']],
    ['with letters of addresses', 'iVBO-w0K', ['cap.derefUri.not-base64']],
    ['with padding inside', 'iV==Rw0K', ['cap.derefUri.not-base64']],
    ['with too much padding', 'iVBOR===', ['cap.derefUri.not-base64']],
  ])('base64 %s', (_, derefUri, codes) => {
    expect(codesOf(resourceWith({ uri: 'map.png', derefUri }))).toEqual(codes);
  });
});

test('a headline may have 160 characters, and no more', () => {
  const isLong = (count: number): boolean =>
    codesOf(infoWith({ headline: 'x'.repeat(count) })).includes('cap.headline.long');
  expect([159, 160, 161].map(isLong)).toEqual([false, false, true]);
});

test('a height may be zero, and equal at both ends', () => {
  expect(codesOf(areaWith({ altitude: '0', ceiling: '0.0' }))).toEqual([]);
});

test('values of two hundred thousand letters are judged in one pass, within the time of any test', () => {
  const long = [...'a1-./;:%"'].map((letter) => letter.repeat(200_000));
  for (const words of [...long, `${'1'.repeat(200_000)}x`, `x-${'a'.repeat(200_000)}`]) {
    expect(codesOf(areaWith({ altitude: words, ceiling: words, circle: words }))).toContain('cap.circle.not-numbers');
    expect(codesOf(resourceWith({ mimeType: words, digest: words }))).toContain('cap.digest.unreadable');
    expect(codesOf(infoWith({ language: words, web: words, headline: words }))).toContain('cap.headline.long');
    expect(codesOf(alertWith({ addresses: words, references: words }))).toContain('cap.references.not-a-triplet');
  }
});

test('CAP 1.0 has a <password>, which is told of for what it is; later versions have none', () => {
  const found = (version: '1.0' | '1.2'): readonly string[] =>
    codesOf(alertWith({ password: 'x' }, version)).filter((code) => /password|element/.test(code));
  expect(found('1.0')).toEqual(['cap.password.deprecated']);
  expect(found('1.2')).toEqual(['cap.password.deprecated', 'cap.element.unknown']);
});

test.each([
  ['Evacuate', true],
  ['Prepare', true],
  ['Execute', true],
  ['Avoid', true],
  ['Monitor', true],
  ['Shelter', false],
  ['AllClear', false],
  ['Assess', false],
  ['None', false],
])('%s points to an instruction: %s', (responseType, points) => {
  expect(codesOf(infoWith({ responseType })).includes('cap.responseType.no-instruction')).toBe(points);
});
