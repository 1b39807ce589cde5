/** Writing CAP: what is written reads back as the same alert, is valid, and stays as it is when it is written again. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../finding.ts';
import { parsePolygon } from '../geo/parse.ts';
import { check } from './check.ts';
import { cap12Namespace, namespaces } from './layout.ts';
import type { CapAlert } from './model.ts';
import { type CapReading, readCap } from './read.ts';
import { alertsOf, meaning } from './write.fixture.ts';
import { writeCap } from './write.ts';
import { plainNumber, shapeText, timeOf } from './writing/values.ts';

const encoder = new TextEncoder();
const read = (document: string): CapReading => readCap(encoder.encode(document));
const reread = (alert: CapAlert): CapAlert | undefined => read(writeCap(alert)).alerts[0];

function written(document: string): { text: string; codes: readonly string[]; severities: readonly string[] } {
  const [alert] = read(document).alerts;
  const found: Finding[] = [];
  const text = alert ? writeCap(alert, { find: (finding) => found.push(finding) }) : '';
  return {
    text,
    codes: found.map(({ code, where }) => `${code} ${where.path}`),
    severities: found.map(({ severity }) => severity),
  };
}

test('any alert whose values are of their types reads back with its meaning', () => {
  fc.assert(
    fc.property(alertsOf('fit'), (original) => {
      expect(meaning(reread(original))).toEqual(meaning(original));
    }),
    { numRuns: 400 },
  );
});

test('what is written is stable: writing what was read gives the same text, whatever stood there', () => {
  fc.assert(
    fc.property(alertsOf('free'), (original) => {
      const again = reread(original);
      expect(again && writeCap(again)).toBe(writeCap(original));
    }),
    { numRuns: 200 },
  );
});

/** Codes of errors against the standard. */
const errorsOf = (document: string): readonly string[] =>
  check(encoder.encode(document)).alerts.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
  );

test.each([...namespaces])('what reading finds no error in is valid when written (%s)', (namespace) => {
  let sound = 0;
  fc.assert(
    fc.property(alertsOf('sound'), (original) => {
      const before = writeCap(original).replace(`xmlns="${cap12Namespace}"`, `xmlns="${namespace}"`);
      const { alerts, findings } = read(before);
      const [alert] = alerts;
      if (!alert || findings.some(({ severity }) => severity === 'error')) return;
      sound++;
      const after = writeCap({ ...alert, infos: original.infos });
      const [checked] = check(encoder.encode(after)).alerts;
      expect(checked?.findings.filter(({ code }) => code.startsWith('cap.element'))).toEqual([]);
      expect(checked?.verdicts).toMatchObject({ xml: 'valid', schema: 'valid' });
      const known = errorsOf(before);
      expect(errorsOf(after).filter((code) => !known.includes(code))).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(sound).toBeGreaterThan(100);
});

test('the form is canonical: order of the schema, two spaces, UTC as -00:00', () => {
  const { alerts } = readCap(
    encoder.encode(
      '<c:alert xmlns:c="urn:oasis:names:tc:emergency:cap:1.1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">' +
        '<c:scope>Public</c:scope><c:msgType>Cancel</c:msgType><c:status>Actual</c:status><c:sent>2024-01-02T03:04:05Z</c:sent>' +
        '<c:note>a&#13;&lt;b</c:note><c:sender>s</c:sender><c:identifier>i</c:identifier><ds:Signature Id="1"><ds:V/></ds:Signature>' +
        '<c:references>s,h,2024-01-01T03:04:05-00:00</c:references></c:alert>',
    ),
  );
  expect(alerts[0] && writeCap(alerts[0])).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>i</identifier>
  <sender>s</sender>
  <sent>2024-01-02T03:04:05-00:00</sent>
  <status>Actual</status>
  <msgType>Cancel</msgType>
  <scope>Public</scope>
  <note>a&#13;&lt;b</note>
  <references>s,h,2024-01-01T03:04:05-00:00</references>
  <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="1"><ds:V/></ds:Signature>
</alert>
`);
});

const alertOf = (inside: string, namespace = cap12Namespace): string =>
  `<alert xmlns="${namespace}"><identifier>i</identifier><sender>s</sender><sent>2024-01-02T03:04:05+00:00</sent>` +
  `<status>Actual</status><msgType>Alert</msgType><scope>Public</scope>${inside}</alert>`;
const infoOf = (first: string, last = '', category = '<category>Met</category>'): string =>
  `<info>${first}${category}<event>Storm</event><urgency>Future</urgency><severity>Minor</severity><certainty>Likely</certainty>${last}</info>`;

describe('values in the form of 1.2', () => {
  test.each([
    ['2024-01-02T03:04:05Z', '2024-01-02T03:04:05-00:00'],
    ['2024-01-02T03:04z', '2024-01-02T03:04:00-00:00'],
    ['2024-01-02T23:04:05.987+0430', '2024-01-02T23:04:05+04:30'],
    ['2024-02-29T01:00:00.5-10:00', '2024-02-29T01:00:00-10:00'],
    ['2024-01-02T03:04:05+00:00', '2024-01-02T03:04:05+00:00'],
    ['tomorrow', 'tomorrow'],
    ['2024-01-02T03:04:05', '2024-01-02T03:04:05'],
  ])('the time %s is %s', (text, form) => {
    expect(timeOf(text)).toBe(form);
  });

  test.each([
    ['1', '1'],
    ['-0.50', '-0.50'],
    ['+.5', '0.5'],
    ['007.', '7'],
    ['-00.5', '-0.5'],
    ['1.25e1', '12.5'],
    ['125E-4', '0.0125'],
    ['-1e3', '-1000'],
  ])('the number %s is %s', (text, form) => {
    expect(plainNumber(text)).toBe(form);
  });

  test('any number keeps its value to twenty decimals, however it is written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        for (const text of [String(value), value.toExponential()]) {
          expect(plainNumber(text)).toMatch(/^-?\d+(\.\d+)?$/);
          expect(Math.abs(Number(plainNumber(text)) - value)).toBeLessThan(1e-20);
        }
      }),
    );
    expect(plainNumber('1e-999999999')).toBe('0');
    expect(plainNumber('0e999999999')).toBe('0');
  });

  test('long white space in a shape takes no long time', () => {
    const text = `1,1${' '.repeat(500_000)}1,2 2,2 1,1`;
    expect(shapeText({ text, shape: parsePolygon(text).shape })).toBe('1,1 1,2 2,2 1,1');
  });
});

describe('what can not stand in 1.2', () => {
  test('is left out, and each is told', () => {
    const { text, codes } = written(
      alertOf(
        `<x:note xmlns:x="urn:x">n</x:note><password>p</password>${infoOf(
          '<language>nobody knows</language>',
          '<web>http://[</web><resource><resourceDesc>r</resourceDesc><mimeType>a/b</mimeType><size>9 kB</size></resource>' +
            '<area><areaDesc>a</areaDesc><altitude>9 m</altitude><x:b xmlns:x="urn:x"/></area>',
        )}`,
      ),
    );
    expect(codes).toEqual([
      'cap.write.changed /alert/info[1]/language',
      'cap.write.left-out /alert/info[1]/resource[1]/size',
      'cap.write.left-out /alert/info[1]/area[1]/altitude',
      'cap.write.left-out /alert/info[1]/area[1]',
      'cap.write.left-out /alert',
      'cap.write.left-out /alert',
    ]);
    expect(text).toContain('<language>und</language>');
    expect(text).toContain('<web>http://%5B</web>');
    expect(text).not.toMatch(/password|note|9/);
  });

  test('words, elements and attributes where CAP has none are told of, XML Schema’s own attributes are not', () => {
    const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:a b.xsd"';
    const { text, codes } = written(
      alertOf(
        infoOf(
          '',
          'LEAVE NOW<description>a<b>c</b></description><parameter><valueName q="1">v</valueName><value>1</value></parameter>' +
            '<area unit="m"><areaDesc>a</areaDesc></area>',
        ),
      ).replace('<alert', `<alert ${xsi} seq="7"`),
    );
    expect(codes).toEqual([
      'cap.write.left-out /alert',
      'cap.write.left-out /alert/info[1]',
      'cap.write.left-out /alert/info[1]/area[1]',
      'cap.write.left-out /alert/info[1]/description',
      'cap.write.left-out /alert/info[1]/parameter[1]/valueName',
    ]);
    expect(text).toContain('<description>ac</description>');
    expect(text).not.toMatch(/LEAVE|seq|q=|unit|xsi/);
  });

  test('a height with an exponent is written without; a ceiling goes with an altitude that can’t be written', () => {
    const heights = (altitude: string): string =>
      infoOf('', `<area><areaDesc>a</areaDesc><altitude>${altitude}</altitude><ceiling>5000</ceiling></area>`);
    const number = written(alertOf(heights('1e3')));
    expect(number.codes).toEqual([]);
    expect(number.text).toContain('<altitude>1000</altitude>');
    const words = written(alertOf(heights('9 m')));
    expect(words.codes).toEqual([
      'cap.write.left-out /alert/info[1]/area[1]/altitude',
      'cap.write.left-out /alert/info[1]/area[1]/ceiling',
    ]);
    expect(errorsOf(words.text)).toEqual([]);
    expect(written(alertOf(heights('1e999999999'))).text).not.toContain('<altitude>');
  });

  test('references that name no alert stand behind the others; one of 1.0 is told of with an error', () => {
    const cancel = (references: string): string =>
      alertOf(`<references>${references}</references>`).replace('>Alert<', '>Cancel<');
    const [, , old] = [...namespaces.keys()];
    const first = written(cancel('a/s@x.example').replace(cap12Namespace, old ?? ''));
    expect([first.codes, first.severities]).toEqual([['cap.write.references /alert/references'], ['error']]);
    expect(first.text).toContain('<references>a/s@x.example</references>');
    const broken = written(cancel('a,b s,h,2024-01-01T03:04:05-00:00'));
    expect(broken.codes).toEqual([]);
    expect(broken.text).toContain('<references>s,h,2024-01-01T03:04:05-00:00 a,b</references>');
    const many = Array.from({ length: 1501 }, (_, i) => `s,h${i},2024-01-01T03:04:05-00:00`).join(' ');
    const all = written(cancel(many));
    expect(all.codes).toEqual([]);
    expect(all.text).toContain(`<references>${many}</references>`);
    const parts = written(cancel('s,h,2024-01-01T03:04:05.5-00:00'));
    expect([parts.codes, parts.severities]).toEqual([['cap.write.changed /alert/references'], ['warning']]);
  });

  test('a part of a second is cut off, and told: with a warning where it is part of the name', () => {
    const onset = infoOf('', '').replace('</certainty>', '</certainty><onset>2024-01-02T03:04:05.5Z</onset>');
    const { text, codes, severities } = written(alertOf(onset).replace('05+00:00', '05.25Z'));
    expect(codes).toEqual(['cap.write.changed /alert/sent', 'cap.write.changed /alert/info[1]/onset']);
    expect(severities).toEqual(['warning', 'info']);
    expect(text).toContain('<sent>2024-01-02T03:04:05-00:00</sent>');
  });

  test('more than can be read again is told, and written whole', () => {
    const bare = (count: number) => written(alertOf('<info/>'.repeat(count)));
    const most = bare(45_000);
    expect(most.codes).toEqual([]);
    expect(read(most.text).alerts[0]?.infos).toHaveLength(45_000);
    const more = bare(60_000);
    expect([more.codes, more.severities]).toEqual([['cap.write.too-large /alert'], ['error']]);
    expect(more.text.split('<info>')).toHaveLength(60_001);
    expect(read(more.text).alerts).toEqual([]);
    const [alert] = read(alertOf('')).alerts as [CapAlert];
    const long = { ...alert, note: 'é'.repeat(9 * 1024 * 1024) };
    const found: string[] = [];
    expect(read(writeCap(long, { find: ({ code }) => found.push(code) })).alerts).toEqual([]);
    expect(found).toEqual(['cap.write.too-large']);
  });

  test('what 1.0 and 1.1 let be absent is written as what nobody said, and told', () => {
    const [, , old] = [...namespaces.keys()];
    const resource = '<resource><resourceDesc>r</resourceDesc><uri>http://a.example/</uri></resource>';
    const { text, codes } = written(alertOf(infoOf('', resource, ''), old).replace('Likely', 'Very Likely'));
    expect(codes).toEqual([
      'cap.write.filled /alert/info[1]/category',
      'cap.write.filled /alert/info[1]/resource[1]/mimeType',
    ]);
    expect(text).toContain('<category>Other</category>');
    expect(text).toContain('<mimeType>application/octet-stream</mimeType>');
    expect(text).toContain('<certainty>Likely</certainty>');
    expect(check(encoder.encode(text)).alerts[0]?.verdicts).toMatchObject({ schema: 'valid', spec: 'valid' });
  });
});

describe('an alert that nobody changed', () => {
  const own = alertOf('<!-- c --><note>a</note><ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"  a="1"/>');

  test('is its own text, comments, white space and signature included', () => {
    const reading = read(`\uFEFF<?xml version="1.0"?>\n${own}\n`);
    const [alert] = reading.alerts as [CapAlert];
    expect(writeCap(alert, { unchanged: reading })).toBe(own);
  });

  test('each of several in a feed', () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom">${[own, alertOf('')]
      .map((one) => `<entry><content type="text/xml">${one}</content></entry>`)
      .join('')}</feed>`;
    const reading = read(feed);
    expect(reading.alerts.map((alert) => writeCap(alert, { unchanged: reading }))).toEqual([own, alertOf('')]);
  });

  test('is written anew, and its signature told of, when it was changed or leans on what is around it', () => {
    const reading = read(own);
    const [alert] = reading.alerts as [CapAlert];
    const found: string[] = [];
    const changed = writeCap({ ...alert, note: 'b' }, { unchanged: reading, find: ({ code }) => found.push(code) });
    expect(changed).toContain('<note>b</note>');
    expect(found).toEqual(['cap.write.signature']);
    const around = read(
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns="${cap12Namespace}"><a:entry><a:content>${own.replace(/ xmlns="[^"]*"/, '')}</a:content></a:entry></a:feed>`,
    );
    const [leaning] = around.alerts as [CapAlert];
    expect(writeCap(leaning, { unchanged: around })).toBe(writeCap(alert));
  });
});
