/**
 * The verdicts on single values, written by hand after the schemas and XML Schema 1.0. Each trap here was found by comparing with a
 * validator over many thousand changed alerts; where that one errs, the rows say so.
 */
import { describe, expect, test } from 'vitest';
import type { CapVersion } from '../../model.ts';
import { alertXml, areaXml, faultsOf, infoXml, resourceXml } from './faults.fixture.ts';

describe('simple types', () => {
  const sent = (value: string, version: CapVersion = '1.2') => faultsOf(alertXml('', version, { sent: value }));

  test.each([
    '2024-02-29T00:00:00+00:00',
    '2000-02-29T00:00:00-00:00',
    '2024-05-01T24:00:00+00:00',
    '2024-05-01T10:00:00+14:00',
    '2024-05-01T10:00:00-14:00',
    '\n 2024-05-01T10:00:00+03:00\t',
    '2024-05-01<!-- a -->T10:00:00<?b?>+03:00',
    '<![CDATA[2024-05-01T10:00:00+03:00]]>',
  ])('1.2 has the time %j', (value) => expect(sent(value)).toEqual([]));

  test.each([
    ['2023-02-29T00:00:00+00:00', 'unreadable'],
    ['1900-02-29T00:00:00+00:00', 'unreadable'],
    ['2024-04-31T00:00:00+00:00', 'unreadable'],
    ['2024-13-01T00:00:00+00:00', 'unreadable'],
    ['2024-00-10T00:00:00+00:00', 'unreadable'],
    ['2024-05-00T00:00:00+00:00', 'unreadable'],
    ['0000-05-01T00:00:00+00:00', 'unreadable'],
    ['2024-05-01T24:00:01+00:00', 'unreadable'],
    ['2024-05-01T23:59:60+00:00', 'unreadable'],
    ['2024-05-01T10:00:00+14:01', 'form'],
    ['2024-05-01T10:00:00-15:00', 'unreadable'],
    ['2024-05-01T10:00:00+13:60', 'unreadable'],
    ['2024-05-01T10:00:00,03:00', 'unreadable'],
    ['2024-05-01T10:00:00Z', 'form'],
    ['2024-05-01T10:00:00.0+00:00', 'form'],
    ['2024-05-01T10:00:00', 'no-offset'],
    ['-2024-05-01T10:00:00+00:00', 'unreadable'],
    ['\u00a02024-05-01T10:00:00+00:00', 'form'],
    ['٢٠٢٤-05-01T10:00:00+00:00', 'unreadable'],
    ['', 'unreadable'],
  ])('1.2 has not the time %j: %s', (value, fault) => expect(sent(value)).toEqual([`cap.sent.${fault} /sent`]));

  test.each([
    '2024-05-01T10:00:00Z',
    '2024-05-01T10:00:00',
    '2024-05-01T10:00:00.123456789012345Z',
    '2024-05-01T24:00:00.00Z',
    '-0004-02-29T00:00:00Z',
    '12024-02-29T00:00:00Z',
    // A validator that is widely used refuses white space before a plain dateTime; the standard collapses it.
    ' 2024-05-01T10:00:00Z',
    // … and years that its numbers can't hold, which the standard does not bound.
    '99999999999999999999-01-01T00:00:00Z',
  ])('1.0 and 1.1 have the time %j', (value) => {
    expect(sent(value, '1.1')).toEqual([]);
    expect(sent(value, '1.0')).toEqual([]);
  });

  test.each([
    '2024-05-01T24:00:00.1Z',
    '2024-05-01T10:00Z',
    '2024-05-01T10:00:00.Z',
    '2024-05-01t10:00:00z',
    '02024-01-01T00:00:00Z',
    '+2024-05-01T10:00:00Z',
    '0000-01-01T00:00:00Z',
    '2024-05-01',
    '2024-5-1T10:00:00Z',
  ])('1.1 has not the time %j', (value) => expect(sent(value, '1.1')).toHaveLength(1));

  /** Each element with values that its type has, and values that it has not. */
  const values: readonly (readonly [name: string, wrap: (xml: string) => string, right: string[], wrong: string[]])[] =
    [
      [
        'language',
        (xml) => infoXml('', xml),
        // Without any content it stands for its default, en-US.
        ['', '<!-- none -->', 'en', 'a', 'english', 'i-klingon', 'zh-Hant-TW', 'de-1996', ' en\n'],
        [' ', 'en_US', 'en-', 'abcdefghi', 'en-abcdefghi', '1a', 'e1', 'en-é', 'en US'],
      ],
      [
        'size',
        resourceXml,
        // A validator that is widely used counts at most 24 digits; the standard does not.
        ['0', '-0', '+12', ' 1\t', '007', '1'.repeat(40)],
        ['', '1.', '1.0', '1,000', '1e3', '+', '12 kB', '٣', '0x1', '1 2'],
      ],
      [
        'altitude',
        areaXml,
        ['0', '1.', '.5', '-.5', '+1.50', '\n12 ', `1.${'0'.repeat(40)}`],
        ['', '.', '-', '1e3', 'INF', 'NaN', '12 ft', '1,5', '- 1', '\u00a01'],
      ],
      [
        'web',
        infoXml,
        ['', 'www.hill.example', 'a:b', '//', '///x', 'http://', 'http:////x', '?', 'mailto:a@b', 'HTTP://x', 'c:\\x'],
        ['1:b', '://', ':', 'a b:c', 'é:x'],
      ],
      [
        'uri',
        resourceXml,
        [
          ' http://h/a b ',
          'http://h/&lt;^`{|}&gt;',
          'http://é.example/ü?ö#ä',
          '%20',
          '#[x]',
          'a?b?c#d',
          '/a//b',
          'a/b:c',
        ],
        ['%', '%zz', '%2', '#a#b', 'h[', 'http://h/[x]', '?[x]', 'a%2:b'],
      ],
      [
        'uri',
        resourceXml,
        ['http://u:p@h:80/', 'http://[::1]:8080/', 'http://1.2.3.4x', 'http://h:2147483647', 'http://@h'],
        ['http://u@h@x', 'http://h:', 'http://h:x', 'http://h:2147483648', 'http://[x', 'http://a:b:1', 'http://[x]y'],
      ],
    ];

  test.each(values)('%s', (name, wrap, right, wrong) => {
    const valid = (value: string): boolean => {
      const faults = faultsOf(alertXml(wrap(`<${name}>${value}</${name}>`)));
      const path = faults.map((fault) => fault.replace(/ .*\//, ' '));
      if (faults.length > 0) expect(path).toEqual([`cap.${name}.type ${name}`]);
      return faults.length === 0;
    };
    expect(right.filter((value) => !valid(value))).toEqual([]);
    expect(wrong.filter(valid)).toEqual([]);
  });

  test('heights are plain words before 1.2', () => {
    const high = areaXml('<altitude>high</altitude><ceiling/>');
    expect(faultsOf(alertXml(high))).toEqual([
      'cap.altitude.type /info[1]/area[1]/altitude',
      'cap.ceiling.type /info[1]/area[1]/ceiling',
    ]);
    expect(faultsOf(alertXml(high, '1.1'))).toEqual([]);
    expect(faultsOf(alertXml(high, '1.0'))).toEqual([]);
  });

  test.each([
    ['Act<!-- -->u<?x?><![CDATA[al]]>', []],
    ['&#65;ctual', []],
    [' Actual', ['cap.status.not-in-list /status']],
    ['Actual\n', ['cap.status.not-in-list /status']],
    ['actual', ['cap.status.not-in-list /status']],
    ['', ['cap.status.missing /status']],
    [' ', ['cap.status.missing /status']],
  ])('a word of a list is written exactly: %j', (value, faults) =>
    expect(faultsOf(alertXml('', '1.2', { status: value }))).toEqual(faults),
  );

  test('each version has its own words', () => {
    const words = (version: CapVersion, status: string, info: string) =>
      faultsOf(alertXml(info, version, { status })).map((fault) => fault.replace('cap.', ''));
    const odd = infoXml('').replace('Likely', 'Very Likely').replace('Geo', 'CBRNE');
    expect(words('1.0', 'Draft', odd)).toEqual([
      'status.not-in-list /status',
      'category.not-in-list /info[1]/category[1]',
    ]);
    expect(words('1.1', 'Draft', odd)).toEqual(['certainty.not-in-list /info[1]/certainty']);
    expect(words('1.0', 'Actual', infoXml('').replace('Likely', 'Observed'))).toHaveLength(1);
    const avoid = infoXml('').replace('<urgency>', '<responseType>Avoid</responseType><urgency>');
    expect(words('1.2', 'Actual', avoid)).toEqual([]);
    expect(words('1.1', 'Actual', avoid)).toEqual(['responseType.not-in-list /info[1]/responseType[1]']);
    expect(words('1.0', 'Actual', avoid)).toEqual(['element.unknown /info[1]/responseType']);
  });

  test('strings may be empty', () => {
    expect(faultsOf(alertXml('<note/>', '1.2', { identifier: '', sender: ' ' }))).toEqual([]);
  });
});
